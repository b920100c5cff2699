/** The two messages of a redirect through a browser. */
import { describe, expect, test } from 'vitest';
import { messagesIn, mistakesIn } from '../compile.js';
import type { Field } from '../../src/model/http.js';
import type { Message } from '../../src/model/step.js';

const head = `id: flow
title: Flow
variables: { TENANT: The tenant }
participants: { AS: { kind: authorization-server }, B: Browser, C: { url: "https://app.example.com/base/" } }
steps:
`;
const step = (redirect: string, more = ''): string =>
  `${head}  - AS --> B -> C: Back\n    redirect: { ${redirect} }\n${more.replace(/^(?=.)/gm, '    ')}`;
const toApp = 'to: "https://app.example.com/cb"';

/** A redirect's two messages. */
function legs(redirect: string, more?: string): readonly [Message, Message] {
  const [reply, request] = messagesIn(step(redirect, more));
  if (!reply || !request) throw new Error('not two messages');
  return [reply, request];
}
const plain = (fields: readonly Field[] = []): readonly string[] =>
  fields.flatMap(({ name, values }) => values.map((value) => `${name}=${value.plain}`));

test('are the reply that was written and the request that it causes', () => {
  const [reply, request] = legs(toApp);
  expect(reply).toMatchObject({ from: 'AS', to: 'B', redirectLeg: 'response', isReply: true, request: null });
  expect(reply.arrow.line).toBe('dotted');
  expect(request).toMatchObject({ from: 'B', to: 'C', redirectLeg: 'request', isReply: false, response: null });
  expect(request.arrow).toEqual({ line: 'solid', head: 'filled', both: false });
});

test('pass through the front channel, whatever kind the browser has', () => {
  expect(legs(toApp).map(({ channel }) => channel)).toEqual(['front', 'front']);
  expect(legs(toApp, 'channel: local').map(({ channel }) => channel)).toEqual(['local', 'local']);
});

test('share what the author says of the step', () => {
  const [reply, request] = legs(toApp, 'id: back\nphase: Return\nthreats: [Injection]\nascii: Home');
  expect([reply.id, reply.phase?.plain, reply.threats.length, reply.asciiText?.plain]).toEqual([
    'back',
    'Return',
    1,
    'Home',
  ]);
  expect([request.id, request.phase, request.threats, request.asciiText]).toEqual(['back-open', null, [], null]);
  expect(legs(toApp, 'ascii: false').map(({ inText }) => inText)).toEqual([false, false]);
});

test('deactivate the sender first, and activate, create and end the receiver last', () => {
  const flags = ({ activate, deactivate, create, destroy }: Message) => ({ activate, deactivate, create, destroy });
  const none = { activate: false, deactivate: false, create: false, destroy: '' };
  const text =
    head +
    `  - activate: AS\n  - AS -->- B ->+ C: Back\n    redirect: { ${toApp} }\n    create: true\n    destroy: C\n`;
  expect(messagesIn(text).map(flags)).toEqual([
    { ...none, deactivate: true },
    { ...none, activate: true, create: true, destroy: 'C' },
  ]);
  expect(legs(toApp, 'destroy: AS').map(({ destroy }) => destroy)).toEqual(['AS', '']);
});

describe('the data', () => {
  test.each([
    [
      'query',
      `${toApp}, query: { code: a, resource: [b, c] }`,
      ['code=a', 'resource=b', 'resource=c'],
      'GET /cb (code, resource)',
    ],
    ['fragment', `${toApp}, fragment: { id_token: a }`, [], 'GET /cb'],
    ['no parameters', toApp, [], 'GET /cb'],
    ['a custom scheme', 'to: "com.example.app:/cb", query: { code: a }', ['code=a'], 'Open com.example.app:/cb (code)'],
    ['a host alone', 'to: https://app.example.com', [], 'GET /'],
    ['a query in the URL', 'to: "https://app.example.com/cb?a=b#c"', [], 'GET /cb'],
  ])('of %s', (_, redirect, query, text) => {
    const [{ response }, message] = legs(redirect);
    expect(response?.status).toBe(303);
    expect(message.request?.method).toBe('GET');
    expect(plain(message.request?.query)).toEqual(query);
    expect(message.text.plain).toBe(text);
  });

  test('of a fragment stay in the browser (RFC 9110 §4.2.5)', () => {
    const [{ response }] = legs(`${toApp}, fragment: { id_token: a }`);
    expect([response?.location?.plain, plain(response?.params)]).toEqual([
      'https://app.example.com/cb#',
      ['id_token=a'],
    ]);
  });

  test('of a form travel in a page that posts itself', () => {
    const [reply, { request, text }] = legs(`${toApp}, form: { SAMLResponse: a }`);
    expect(reply.response).toMatchObject({ status: 200, location: null, params: [] });
    expect([request?.method, plain(request?.form), text.plain]).toEqual([
      'POST',
      ['SAMLResponse=a'],
      'POST /cb (SAMLResponse)',
    ]);
  });

  test('of a path are at the receiver’s url, in Location too', () => {
    const [{ response }, { request, text }] = legs('to: /cb');
    expect(response?.location?.plain).toBe('https://app.example.com/base/cb');
    expect([request?.url?.plain, text.plain]).toEqual(['https://app.example.com/base/cb', 'GET /cb']);
  });

  test('keep the placeholders of a derived text', () => {
    const [, { text }] = legs('to: "https://app.example.com/${TENANT}/cb", query: { code: a }');
    expect(text.plain).toBe('GET /${TENANT}/cb (code)');
    expect(text.parts.filter(({ kind }) => kind === 'variable')).toHaveLength(1);
  });
});

test('name as many parameters as an arrow has room for', () => {
  const named = (query: string) => legs(`to: "/cb", query: { ${query} }`)[1].text.plain;
  expect(named('code: a, state: b, iss: c')).toBe('GET /cb (code, state, iss)');
  expect(named('response_type: a, client_id: b, redirect_uri: c, scope: d')).toBe(
    'GET /cb (response_type, client_id, redirect_uri, …)',
  );
  expect(named(`${'x'.repeat(41)}: a`)).toBe('GET /cb (…)');
});

describe('the status', () => {
  const statusOf = (text: string): unknown => messagesIn(text)[0]?.response?.status;
  test('is the author’s, else the text’s, else 303', () => {
    expect(statusOf(step(`${toApp}, status: 307`))).toBe(307);
    expect(statusOf(step(toApp).replace('Back', '302 Back'))).toBe(302);
    expect(statusOf(step(toApp).replace('Back', '3029 Back'))).toBe(303);
  });

  test('is the first leg’s text where there is none', () => {
    expect(messagesIn(step(toApp).replace('Back', ''))[0]?.text.plain).toBe('303 See Other');
  });
});

describe('more of the response and the request', () => {
  test('goes to its leg', () => {
    const [reply, request] = legs(
      `${toApp}, query: { code: a }`,
      'response: { status: 302, headers: { Set-Cookie: s=1 } }\nrequest: { headers: { Cookie: s=1 } }',
    );
    expect(reply.response).toMatchObject({
      status: 302,
      headers: [{ name: 'Set-Cookie' }],
      params: [{ name: 'code' }],
    });
    expect(request.request).toMatchObject({ method: 'GET', headers: [{ name: 'Cookie' }], query: [{ name: 'code' }] });
  });

  test('can’t say again where the redirect goes', () => {
    const text = step(toApp, 'response: { location: /else }\nrequest: { url: /else }');
    expect(mistakesIn(text)).toEqual([
      'flow.yaml:8:27 redirect-target: "location" repeats what "redirect" already gives',
      'flow.yaml:9:21 redirect-target: "url" repeats what "redirect" already gives',
    ]);
  });
});

describe('notes', () => {
  const notesOf = (note: string) =>
    legs(toApp, `note: ${note}`).map(({ notes }) =>
      notes.map(({ body, participants }) => [body.kind, ...participants]),
    );

  test('are under the second leg, but what draws the response under the first', () => {
    expect(notesOf('Hi')).toEqual([[], [['text', 'B', 'C']]]);
    expect(notesOf('[ { draw: request }, { draw: response }, Hi ]')).toEqual([
      [['response', 'AS', 'B']],
      [
        ['request', 'B', 'C'],
        ['text', 'B', 'C'],
      ],
    ]);
  });

  test('can’t draw a request that is not drawn', () => {
    const single = `${head}  - AS --> B: 303\n    redirect: { ${toApp} }\n    note: { draw: request }`;
    expect(mistakesIn(single)).toEqual(['flow.yaml:8:19 note-placement: the message has no "request" to draw']);
  });
});

test('without a browser between there is the reply alone', () => {
  const [reply, none] = messagesIn(`${head}  - AS --> B: 302\n    redirect: { ${toApp} }`);
  expect(reply).toMatchObject({ redirectLeg: 'response', channel: 'front', response: { status: 302 } });
  expect(none).toBeUndefined();
});
