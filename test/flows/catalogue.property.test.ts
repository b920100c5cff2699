/** What all shipped flows have in common: true to the wire, complete, and readable in a terminal. */
import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { renderFlow } from '../../src/render.js';
import type { Flow } from '../../src/model/flow.js';
import { flatSteps, messagesOf } from '../../src/model/tree.js';
import { repliesTo } from '../../src/model/replies.js';
import { flowIds, loadFlow } from './load.js';
import type { Field, Json, Response } from '../../src/model/http.js';
import type { Branch, Fragment, Message, Step } from '../../src/model/step.js';

/** It reproduces a given document, with solid replies and without phases. */
const reference = 'client-credentials';

const flows = flowIds.map((id) => loadFlow(id));
const catalogue = flows.filter(({ id }) => id !== reference);
const existing = (ids: readonly string[]): Flow[] => catalogue.filter(({ id }) => ids.includes(id));

const messages = (flow: Flow): Message[] => [...messagesOf(flow.steps)];
const kindOf = (flow: Flow, id: string): string => flow.participants.find((one) => one.id === id)?.kind ?? '';
const isAgent = (flow: Flow, id: string): boolean => ['user', 'browser'].includes(kindOf(flow, id));
const issues = (flow: Flow, id: string): boolean => ['authorization-server', 'idp'].includes(kindOf(flow, id));
const isPublic = (flow: Flow, id: string): boolean =>
  kindOf(flow, id) === 'public-client' ||
  (kindOf(flow, id) === 'device' && !flow.participants.find((one) => one.id === id)?.confidential);

const valueOf = (fields: readonly Field[], name: string): string | undefined =>
  fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.values[0]?.plain;
const members = (json: Json | null): string[] => (json?.kind === 'object' ? json.members.map(({ name }) => name) : []);
const memberOf = (json: Json | null, name: string): string | undefined => {
  const member = json?.kind === 'object' ? json.members.find((one) => one.name === name)?.value : undefined;
  return member && (member.kind === 'string' || member.kind === 'literal') ? member.text.plain : undefined;
};
const grantOf = (message: Message): string | undefined => valueOf(message.request?.form ?? [], 'grant_type');

/** What is sent where, for the message of a failed check. */
const shown = ({ from, to, text }: Message): string => `${from} -> ${to}: ${text.plain}`;

it.each(flows)('$id has an id for each message, so that a variant can patch it', (flow) => {
  // The request after a redirect belongs to the same step.
  const nameless = messages(flow).filter(({ isNamed, redirectLeg }) => !isNamed && redirectLeg !== 'request');
  expect(nameless.map(shown)).toEqual([]);
});

/** The branches that a flow takes to each of its messages; a loop is always entered. */
function* ways(steps: readonly Step[], way: readonly Branch[] = []): Generator<readonly [Message, readonly Branch[]]> {
  for (const step of steps) {
    if (step.kind === 'message') yield [step, way];
    else if (step.kind === 'highlight') yield* ways(step.steps, way);
    else if (step.kind === 'fragment')
      for (const branch of step.branches) yield* ways(branch.steps, step.type === 'loop' ? way : [...way, branch]);
  }
}

const tokenNames = ['access_token', 'refresh_token', 'id_token'];
const issuesTokens = ({ json }: Response): boolean => members(json).some((name) => tokenNames.includes(name));

describe.each(catalogue.map((flow) => [flow.id, flow] as const))('%s', (_, flow) => {
  it('answers with dotted arrows', () => {
    const answers = messages(flow).filter(({ isReply, response, redirectLeg }) => isReply || (response && !redirectLeg));
    expect(answers.filter(({ arrow, isReply }) => !isReply || arrow.line !== 'dotted').map(shown)).toEqual([]);
  });

  it('answers a request that it names', () => {
    const unnamed = messages(flow).filter(
      ({ response, replyTo, redirectLeg, from, to }) =>
        response && replyTo === '' && !redirectLeg && !isAgent(flow, from) && !isAgent(flow, to),
    );
    expect(unnamed.map(shown)).toEqual([]);
  });

  it('answers what was sent before, on the way to the answer', () => {
    const taken = [...ways(flow.steps)];
    const unasked = taken.filter(([{ replyTo }, way], index) => {
      if (replyTo === '') return false;
      const asked = taken.slice(0, index).find(([{ id }]) => id === replyTo);
      return !asked || asked[1].some((branch) => !way.includes(branch));
    });
    expect(unasked.map(([message]) => shown(message))).toEqual([]);
  });

  it('redirects through a browser, in two messages', () => {
    const all = messages(flow);
    const redirects = all.filter(({ response }) => response?.location);
    expect(redirects.filter(({ to }) => !isAgent(flow, to)).map(shown)).toEqual([]);
    const legs = all.map(({ redirectLeg }) => redirectLeg).filter((leg) => leg !== null);
    expect(legs.filter((leg, index) => leg !== (index % 2 === 0 ? 'response' : 'request'))).toEqual([]);
  });

  it('takes the front channel only by way of a browser', () => {
    const front = messages(flow).filter(({ channel }) => channel === 'front');
    expect(front.filter(({ from, to }) => !isAgent(flow, from) && !isAgent(flow, to)).map(shown)).toEqual([]);
  });

  it('sends tokens with Cache-Control: no-store', () => {
    const cacheable = messages(flow).filter(
      ({ from, channel, response }) =>
        response && channel === 'back' && issues(flow, from) && issuesTokens(response) &&
        !valueOf(response.headers, 'Cache-Control')?.includes('no-store'),
    );
    expect(cacheable.map(shown)).toEqual([]);
  });

  it('keeps client secrets in the body or the Authorization header of the back channel', () => {
    const secrets = messages(flow).filter(
      ({ channel, request, redirectLeg, response }) =>
        valueOf(request?.query ?? [], 'client_secret') !== undefined ||
        valueOf(response?.params ?? [], 'client_secret') !== undefined ||
        ((channel === 'front' || redirectLeg) && valueOf(request?.form ?? [], 'client_secret') !== undefined),
    );
    expect(secrets.map(shown)).toEqual([]);
    const published = messages(flow).filter(
      ({ from, to, request }) =>
        request && isPublic(flow, from) && issues(flow, to) &&
        (valueOf(request.form, 'client_secret') !== undefined || valueOf(request.headers, 'Authorization')?.startsWith('Basic ')),
    );
    expect(published.map(shown)).toEqual([]);
  });

  it('answers errors of the token endpoint by RFC 6749 §5.2', () => {
    const wrong = messages(flow).filter(({ response }) => {
      if (!response) return false;
      const error = memberOf(response.json, 'error');
      if (error !== 'invalid_client') return error !== undefined && (response.status ?? 0) < 400;
      return ![400, 401].includes(response.status ?? 0);
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('tells its story in phases, with ids where a request is sent', () => {
    expect([...flatSteps(flow.steps)].filter(({ phase }) => phase !== null)).not.toEqual([]);
    const requests = messages(flow).filter(({ request, redirectLeg, from }) => request && !redirectLeg && !isAgent(flow, from));
    expect(requests.filter(({ id }) => id === '').map(shown)).toEqual([]);
  });

  it('cites the sections of its specifications', () => {
    expect(flow.specs.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
    expect(flow.specs.filter(({ name }) => /^RFC \d+$/.test(name))).toEqual([]);
  });

  it('has a whole page', () => {
    const { whenToUse, whenNotToUse, prerequisites, samples, securityConsiderations, limitations } = flow.page!;
    const parts = { whenToUse, whenNotToUse, prerequisites, samples, securityConsiderations, limitations };
    expect(Object.entries(parts).filter(([, list]) => list.length === 0)).toEqual([]);
  });

  it('explains each parameter that a sample sends', () => {
    const missing = flow.page!.samples.flatMap(({ message: { id, request }, requestParameters }) => {
      const known = new Set(requestParameters.map(({ name }) => name));
      if (known.size === 0) return [];
      return [...request.query, ...request.form]
        .filter(({ name }) => !known.has(name))
        .map(({ name }) => `${id}: ${name}`);
    });
    expect(missing).toEqual([]);
    const parameters = flow.page!.samples.flatMap((sample) => [...sample.requestParameters, ...sample.responseParameters]);
    expect(parameters.filter(({ source }) => source.plain === '').map(({ name }) => name)).toEqual([]);
  });

  it.each([100, 80])('fits a terminal of %i columns', (width) => {
    const [artifact] = renderFlow(flow, { formats: ['text'], width }).artifacts;
    const tooWide = (artifact?.content ?? '').split('\n').filter((line) => stringWidth(line) > width);
    expect(tooWide).toEqual([]);
  });

  it('polls with an interval, and knows every answer (RFC 8628 §3.5, CIBA §11)', () => {
    const polled = ['urn:ietf:params:oauth:grant-type:device_code', 'urn:openid:params:grant-type:ciba'];
    const loops = [...flatSteps(flow.steps)].filter((step): step is Fragment => step.kind === 'fragment' && step.type === 'loop');
    const polling = loops.filter((loop) => [...messagesOf([loop])].some((message) => polled.includes(grantOf(message) ?? '')));
    const sent = messages(flow).filter((message) => polled.includes(grantOf(message) ?? ''));
    expect(sent.length).toBe(polling.length);
    for (const loop of polling) {
      expect(loop.interval?.plain).toMatch(/^\d+$/);
      const answers = [...messagesOf([loop])].flatMap(({ response }) => response ?? []);
      const errors = answers.map(({ json }) => memberOf(json, 'error')).filter((error) => error !== undefined);
      expect(errors.sort()).toEqual(['access_denied', 'authorization_pending', 'expired_token', 'slow_down']);
      expect(answers.filter(issuesTokens)).toHaveLength(1);
    }
  });
});

test('the four forms of client credentials give no refresh token (RFC 6749 §4.4.3)', () => {
  const given = flows
    .filter(({ id }) => id.startsWith('client-credentials'))
    .flatMap((flow) => messages(flow).filter(({ response }) => members(response?.json ?? null).includes('refresh_token')));
  expect(given.map(shown)).toEqual([]);
});

const withCode = [
  'authorization-code',
  'authorization-code-pkce',
  'authorization-code-par-jar',
  'oidc-authorization-code',
  'dpop',
  'step-up-totp',
  'mcp-authorization',
  'bff',
];

describe.each(existing(withCode).map((flow) => [flow.id, flow] as const))('the code flow %s', (id, flow) => {
  // The DPoP flow begins where another one has the code.
  if (id !== 'dpop') it('asks with code_challenge and S256 (RFC 7636 §4.3)', () => {
    const asked = messages(flow).flatMap(({ request, response, jwts }) => [
      ...(request ? [[...request.query, ...request.form].map(({ name, values }) => [name, values[0]?.plain])] : []),
      ...(response ? [response.params.map(({ name, values }) => [name, values[0]?.plain])] : []),
      ...jwts.map(({ claims }) => members(claims).map((name) => [name, memberOf(claims, name)])),
    ]);
    const authorizations = asked.map((pairs) => Object.fromEntries(pairs) as Record<string, string>).filter((pairs) => 'response_type' in pairs);
    expect(authorizations).not.toEqual([]);
    for (const authorization of authorizations) {
      expect(authorization).toMatchObject({ code_challenge: expect.any(String) as string, code_challenge_method: 'S256' });
    }
  });

  it('redeems with code_verifier (RFC 7636 §4.5)', () => {
    const redeemed = messages(flow).filter((message) => grantOf(message) === 'authorization_code');
    expect(redeemed).not.toEqual([]);
    expect(redeemed.filter(({ request }) => valueOf(request?.form ?? [], 'code_verifier') === undefined).map(shown)).toEqual([]);
  });

  it('answers a token request', () => {
    const redeemed = messages(flow).filter((message) => grantOf(message) === 'authorization_code');
    expect(redeemed.flatMap((message) => repliesTo(message, flow.steps))).not.toEqual([]);
  });
});

test.each(existing(['implicit', 'password']).map((flow) => [flow.id, flow] as const))('%s says that it is deprecated', (_, flow) => {
  expect(flow.status).toBe('deprecated');
  const { artifacts } = renderFlow(flow, { formats: ['mermaid', 'text', 'page'] });
  for (const { content } of artifacts) expect(content).toContain('DEPRECATED');
});

test('the catalogue is whole', () => {
  expect(flowIds).toEqual([
    'authorization-code',
    'authorization-code-par-jar',
    'authorization-code-pkce',
    'bff',
    'ciba-poll',
    'client-credentials',
    'client-credentials-mtls',
    'client-credentials-private-key-jwt',
    'client-credentials-rfc6749',
    'device-authorization',
    'dpop',
    'dynamic-client-registration',
    'hmac-request-signing',
    'implicit',
    'jwt-bearer-grant',
    'kerberos',
    'mcp-authorization',
    'oidc-authorization-code',
    'oidc-back-channel-logout',
    'oidc-rp-initiated-logout',
    'password',
    'refresh-token-rotation',
    'saml-bearer-grant',
    'saml-idp-initiated',
    'saml-sp-initiated',
    'session-cookie-csrf',
    'step-up-totp',
    'token-exchange',
    'token-introspection',
    'token-revocation',
    'totp-enrolment',
    'webauthn-authentication',
    'webauthn-registration',
  ]);
});
