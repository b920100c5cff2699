/** Ways to break a flow, one for each security rule: each does to a flow what the rule is there to find. */
import type { Field, Flow, Json, Message, Participant, Step } from '../../src/model/flow.js';
import { messagesOf } from '../../src/model/walk.js';
import type { Span } from '../../src/source.js';
import { textOf } from '../../src/text.js';

type Mutable<T> = T extends Span | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? Mutable<U>[]
    : { -readonly [K in keyof T]: Mutable<T[K]> };

type Draft = Mutable<Message>;

interface Site {
  readonly from: Participant;
  readonly to: Participant;
  readonly flow: Flow;
  /** As it was. */
  readonly message: Message;
}

/** Changes the message where it can; says whether it did. */
type Edit = (message: Draft, site: Site) => boolean;

const isServer = ({ kind }: Participant): boolean => kind === 'authorization-server' || kind === 'idp';

const fieldsOf = ({ request }: Draft): Mutable<Field>[][] => (request ? [request.query, request.form] : []);

const membersOf = (json: Mutable<Json> | null | undefined) => (json?.kind === 'object' ? json.members : []);

const claimsOf = (message: Draft, name: string) => membersOf(message.jwts.find((jwt) => jwt.name === name)?.claims);

const hasField = (message: Draft, name: string): boolean =>
  fieldsOf(message).some((fields) => fields.some((field) => field.name === name)) ||
  membersOf(message.request?.json).some((member) => member.name === name);

/** Takes what is named so out of a list. */
function drop(list: { name: string }[], names: readonly string[]): boolean {
  const before = list.length;
  list.splice(0, before, ...list.filter(({ name }) => !names.includes(name)));
  return list.length < before;
}

/** Takes parameters out of a request, and out of a signed one. */
const dropSent = (message: Draft, names: readonly string[]): boolean =>
  [...fieldsOf(message), membersOf(message.request?.json), claimsOf(message, 'request')]
    .map((list) => drop(list as { name: string }[], names))
    .some(Boolean);

/** Of a redirect too: what the browser is sent with. */
const dropReturned = (message: Draft, names: readonly string[]): boolean =>
  [message.response?.params ?? [], membersOf(message.response?.json)]
    .map((list) => drop(list as { name: string }[], names))
    .some(Boolean);

const newField = (name: string, value: string, { span }: Draft): Mutable<Field> => ({
  name,
  values: [textOf(value)] as Mutable<Field>['values'],
  span,
});

/** Gives parameters of a request another value. */
function setSent(message: Draft, name: string, value: string): boolean {
  const fields = fieldsOf(message)
    .flat()
    .filter((field) => field.name === name);
  const changed = fields.filter(({ values }) => values[0]?.plain !== value);
  for (const field of changed) field.values = [textOf(value)] as Mutable<Field>['values'];
  const claims = claimsOf(message, 'request').filter((claim) => claim.name === name);
  for (const claim of claims) claim.value = { kind: 'string', text: textOf(value) } as Mutable<Json>;
  return changed.length + claims.length > 0;
}

function addMember(message: Draft, name: string, value: string): boolean {
  const { response } = message;
  if (!response || membersOf(response.json).some((member) => member.name === name)) return false;
  const members = [
    ...membersOf(response.json),
    { name, value: { kind: 'string', text: textOf(value) } as Mutable<Json> },
  ];
  response.json = { kind: 'object', members };
  return true;
}

const jwtNames = ['assertion', 'client_assertion'];
const isAuthorization = (message: Draft): boolean =>
  hasField(message, 'response_type') || claimsOf(message, 'request').some(({ name }) => name === 'response_type');
const isToken = (message: Draft, { to }: Site): boolean => hasField(message, 'grant_type') && isServer(to);

function dropAuth(message: Draft): boolean {
  const { request } = message;
  if (!request) return false;
  const sent = dropSent(message, ['client_secret', 'client_assertion', 'client_assertion_type']);
  const header = drop(request.headers, ['Authorization', 'authorization']);
  const hadTls = request.tls.clientCert;
  request.tls = { clientCert: false, bindOnly: false };
  return sent || header || hadTls;
}

const headerOf = (fields: readonly Mutable<Field>[], name: string): Mutable<Field> | undefined =>
  fields.find((field) => field.name.toLowerCase() === name);

/** By the rule's id. */
export const edits: Readonly<Record<string, Edit>> = {
  SEC001: (message) =>
    message.channel === 'front' && Boolean(message.request?.query.push(newField('client_secret', 'x', message))),
  SEC002: (message) =>
    message.channel !== 'front' &&
    fieldsOf(message).flat().length > 0 &&
    Boolean(message.request?.query.push(newField('client_secret', 'x', message))),
  SEC003: (message, { from, to }) =>
    ((from.kind === 'device' && !from.confidential) || from.kind === 'public-client') &&
    isServer(to) &&
    message.request !== null &&
    !hasField(message, 'client_secret') &&
    message.request.form.push(newField('client_secret', 'x', message)) > 0,
  SEC004: (message, site) => isToken(message, site) && site.from.kind === 'confidential-client' && dropAuth(message),
  SEC005: (message, site) => {
    const { request } = message;
    const basic = /^basic /i.test(headerOf(request?.headers ?? [], 'authorization')?.values[0]?.plain ?? '');
    const methods = [
      basic,
      hasField(message, 'client_secret'),
      hasField(message, 'client_assertion'),
      request?.tls.clientCert && !request.tls.bindOnly,
    ];
    if (!request || !isServer(site.to) || methods.filter(Boolean).length !== 1) return false;
    request.form.push(
      newField(hasField(message, 'client_secret') ? 'client_assertion' : 'client_secret', 'x', message),
    );
    return true;
  },
  SEC006: (message) => isAuthorization(message) && dropSent(message, ['code_challenge', 'code_challenge_method']),
  SEC007: (message) => isAuthorization(message) && dropSent(message, ['code_challenge_method']),
  SEC008: (message, site) => isToken(message, site) && dropSent(message, ['code_verifier']),
  SEC009: (message) => setSent(message, 'code_verifier', 'abc123'),
  SEC010: (message) =>
    isAuthorization(message) && dropSent(message, ['state', 'code_challenge', 'code_challenge_method', 'nonce']),
  SEC011: (message, { from }) =>
    isServer(from) && message.response !== null && message.channel === 'front' && dropReturned(message, ['state']),
  SEC012: (message) => isAuthorization(message) && dropSent(message, ['nonce']),
  SEC013: (message) => isAuthorization(message) && setSent(message, 'response_type', 'token'),
  SEC014: (message, site) => isToken(message, site) && setSent(message, 'grant_type', 'password'),
  SEC015: (message, { to }) =>
    to.kind === 'resource-server' && Boolean(message.request?.query.push(newField('access_token', 'x', message))),
  SEC016: (message, { from }) =>
    isServer(from) &&
    membersOf(message.response?.json).some(({ name }) => name === 'access_token') &&
    addMember(message, 'refresh_token', 'x'),
  SEC017: (message) => {
    const url = message.request?.url;
    if (!message.request || !url?.plain.startsWith('https:')) return false;
    message.request.url = textOf(url.plain.replace('https:', 'http:')) as NonNullable<typeof url>;
    return true;
  },
  SEC018: (message) => setSent(message, 'redirect_uri', 'http://localhost:8080/cb'),
  SEC019: (message) => setSent(message, 'redirect_uri', 'https://*.example.com/cb'),
  SEC020: (message, site) =>
    isToken(message, site) && setSent(message, 'redirect_uri', 'https://app.example.com/other'),
  SEC021: (message, { from, to }) =>
    ['confidential-client', 'relying-party'].includes(from.kind) &&
    ['browser', 'user'].includes(to.kind) &&
    addMember(message, 'refresh_token', 'x'),
  SEC023: (message) => jwtNames.map((name) => drop(claimsOf(message, name), ['exp'])).some(Boolean),
  SEC024: (message) => {
    const claims = [...jwtNames, 'request', 'logout_token'].flatMap((name) => claimsOf(message, name));
    const [iat, exp] = ['iat', 'exp'].map((name) => claims.find((claim) => claim.name === name));
    const number = (value: number): Mutable<Json> =>
      ({ kind: 'literal', value, text: textOf(String(value)) }) as Mutable<Json>;
    if (!iat || !exp) return false;
    [iat.value, exp.value] = [number(1_767_225_600), number(1_767_312_000)];
    return true;
  },
  SEC025: (message) => {
    const aud = claimsOf(message, 'client_assertion').find(({ name }) => name === 'aud');
    if (!aud) return false;
    aud.value = {
      kind: 'array',
      items: [aud.value, { kind: 'string', text: textOf('https://other.example.com') }],
    } as Mutable<Json>;
    return true;
  },
  SEC026: (message) => {
    const algs = message.jwts.flatMap(({ header }) => membersOf(header)).filter(({ name }) => name === 'alg');
    for (const alg of algs) alg.value = { kind: 'string', text: textOf('none') } as Mutable<Json>;
    return algs.length > 0;
  },
  SEC028: ({ response }) => {
    const error = membersOf(response?.json).find(({ name }) => name === 'error');
    if (error?.value.kind !== 'string' || error.value.text.plain !== 'slow_down') return false;
    error.value.text = textOf('invalid_request') as typeof error.value.text;
    return true;
  },
  SEC029: (message, { to }) => to.kind === 'user' && addDeviceCode(message),
  SEC030: (message, { from }) =>
    isServer(from) &&
    membersOf(message.response?.json).some(({ name }) =>
      ['access_token', 'device_code', 'client_secret', 'registration_access_token'].includes(name),
    ) &&
    drop(message.response?.headers ?? [], ['Cache-Control']),
  SEC031: (message, { from }) =>
    isServer(from) &&
    membersOf(message.response?.json).some(({ name }) => name === 'access_token') &&
    dropReturned(message, ['refresh_token']),
  SEC032: (message, site) => {
    if (!message.request || !isToken(message, site)) return false;
    message.request.method = 'GET';
    return true;
  },
  SEC033: (message, site) => {
    const { from } = site;
    const { response } = message;
    if (!response?.location || !(isServer(from) || from.kind === 'relying-party') || message.channel !== 'front')
      return false;
    const carriesForm = response.params.some(({ name }) => ['code', 'error', 'access_token'].includes(name));
    if (!carriesForm && methodBefore(site) !== 'POST') return false;
    response.status = 307;
    return true;
  },
  SEC034: (message, { from }) => isServer(from) && message.channel === 'front' && dropReturned(message, ['iss']),
  SEC035: (message) => {
    if (!message.saml || !hasField(message, 'SAMLResponse')) return false;
    message.saml = {
      ...message.saml,
      inResponseTo: message.saml.inResponseTo
        ? null
        : (textOf('_unasked') as NonNullable<typeof message.saml.inResponseTo>),
    };
    return true;
  },
  SEC036: (message) => {
    if (message.saml?.signed !== true || !(hasField(message, 'SAMLResponse') || hasField(message, 'assertion')))
      return false;
    message.saml = { ...message.saml, signed: false };
    return true;
  },
  SEC037: (message, { to }) => to.kind === 'resource-server' && drop(message.request?.headers ?? [], ['DPoP']),
  SEC038: (message, { to }) =>
    isServer(to) &&
    hasField(message, 'token') &&
    (message.request?.path ?? '').includes('introspect') &&
    dropAuth(message),
  SEC039: ({ response, channel }) => {
    const cookies = (response?.headers ?? []).filter(
      ({ name, values }) =>
        name.toLowerCase() === 'set-cookie' &&
        values.some(({ plain }) => /sess|sid/.test(plain) && /secure/i.test(plain) && !/max-age=0/i.test(plain)),
    );
    for (const cookie of cookies)
      cookie.values = cookie.values.map(({ plain }) =>
        textOf(plain.replace(/;\s*secure/i, '')),
      ) as typeof cookie.values;
    return channel === 'front' && cookies.length > 0;
  },
};

/** Of the request that a redirect answers. */
function methodBefore({ flow, message, from, to }: Site): string | undefined {
  const all = [...messagesOf(flow.steps)];
  const before = all.slice(0, all.indexOf(message));
  return before.findLast((one) => one.from === to.id && one.to === from.id && one.request)?.request?.method;
}

function addDeviceCode(message: Draft): boolean {
  if (hasField(message, 'device_code')) return false;
  message.response ??= { status: null, headers: [], location: null, params: [], json: null };
  return addMember(message, 'device_code', 'x');
}

/** What one message can't break. */
const wholeEdits: Readonly<Record<string, (flow: Flow) => Flow>> = {
  SEC022: (flow) =>
    mapSteps(flow, (step) => {
      const copy = copyOf(step);
      if (copy.kind === 'message') dropSent(draftOf(copy), ['resource', 'audience', 'scope', 'authorization_details']);
      return copy;
    }),
  SEC027: (flow) =>
    mapSteps(flow, (step) =>
      step.kind === 'fragment' && step.type === 'loop' && step.interval ? { ...step, interval: textOf('1') } : step,
    ),
};

const draftOf = (message: Message): Draft => message as unknown as Draft;

function mapSteps(flow: Flow, change: (step: Step) => Step): Flow {
  const walk = (steps: readonly Step[]): readonly Step[] =>
    steps.map((step) => {
      const changed = change(step);
      if (changed.kind === 'highlight') return { ...changed, steps: walk(changed.steps) };
      if (changed.kind !== 'fragment') return changed;
      return { ...changed, branches: changed.branches.map((branch) => ({ ...branch, steps: walk(branch.steps) })) };
    });
  return { ...flow, steps: walk(flow.steps) };
}

/** A deep copy, but for places: they lead to whole files. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== 'object' || value === null || ('source' in value && 'start' in value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)])) as T;
}

/** Each way to break the flow once, as the rule describes it. */
export function* mutantsOf(flow: Flow, rule: string): Generator<Flow> {
  const whole = wholeEdits[rule];
  if (whole) yield whole(flow);
  const edit = edits[rule];
  if (!edit) return;
  for (const message of messagesOf(flow.steps)) {
    const [from, to] = [message.from, message.to].map((id) => flow.participants.find((one) => one.id === id));
    if (!from || !to || from.kind === 'attacker' || to.kind === 'attacker') continue;
    const copy = copyOf(message);
    if (edit(draftOf(copy), { from, to, flow, message }))
      yield mapSteps(flow, (step) => (step === message ? copy : step));
  }
}
