/** Ways to break a message: each does what a security rule is there to find. */
import type { Flow } from '../../src/model/flow.js';
import { messagesOf } from '../../src/model/tree.js';
import { textOf } from '../../src/source/filled-text.js';
import type { Draft, Edit, Site } from './drafts.js';
import {
  addForm,
  addMember,
  addQuery,
  claimsOf,
  drop,
  dropAuth,
  dropReturned,
  dropSent,
  hasField,
  headerOf,
  isAuthorization,
  isServer,
  isToken,
  membersOf,
  numberOf,
  returns,
  setHeader,
  setMember,
  setSent,
  stringOf,
} from './drafts.js';

const jwtNames = ['assertion', 'client_assertion'];
const redirects = ['redirect_uri', 'redirect_uris', 'post_logout_redirect_uri', 'post_logout_redirect_uris'];
const tokens = ['access_token', 'device_code', 'client_secret', 'registration_access_token'];
const pollErrors = ['authorization_pending', 'slow_down', 'access_denied', 'expired_token'];

const usesImplicit = ({ steps }: Flow): boolean =>
  [...messagesOf(steps)].some(({ request }) =>
    request?.query.some(
      ({ name, values }) => name === 'response_type' && values[0]?.plain.split(' ').includes('token'),
    ),
  );

const isPublic = ({ from }: Site): boolean =>
  (from.kind === 'device' && !from.confidential) || from.kind === 'public-client';

const isFrontRedirect = ({ response, channel }: Draft, { from }: Site): boolean =>
  response?.location != null && channel === 'front' && (isServer(from) || from.kind === 'relying-party');

const isIntrospection = (message: Draft, { to }: Site): boolean =>
  isServer(to) && hasField(message, 'token') && (message.request?.path ?? '').includes('introspect');

const carriesAssertion = (message: Draft): boolean =>
  hasField(message, 'SAMLResponse') || (hasField(message, 'assertion') && message.saml !== null);

const dropSaml =
  (name: 'audience' | 'recipient' | 'notOnOrAfter'): Edit =>
  (message) => {
    if (!message.saml?.[name] || !carriesAssertion(message)) return false;
    message.saml = { ...message.saml, [name]: null };
    return true;
  };

const dropClaim =
  (claim: string): Edit =>
  (message) =>
    jwtNames.map((name) => drop(claimsOf(message, name), claim)).some(Boolean);

const dropProofClaim =
  (claim: string): Edit =>
  (message, { to }) =>
    (claim !== 'ath' || to.kind === 'resource-server') && drop(claimsOf(message, 'dpop'), claim);

/** Changes the cookies that hold a session, and are not being ended. */
const editCookie =
  (change: (cookie: string) => string): Edit =>
  ({ response, channel }) =>
    channel === 'front' &&
    setHeader(response?.headers ?? [], 'set-cookie', (value) =>
      /sess|sid/.test(value) && !/max-age=0/i.test(value) ? change(value) : value,
    );

const withStatus =
  (status: number): Edit =>
  (message, site) => {
    if (!message.response || !isFrontRedirect(message, site)) return false;
    message.response.status = status;
    return true;
  };

/** By the rule's id. */
export const edits: Readonly<Record<string, readonly Edit[]>> = {
  SEC001: [(message) => message.channel === 'front' && addQuery(message, 'client_secret')],
  SEC002: [(message) => message.channel !== 'front' && addQuery(message, 'client_secret')],
  SEC003: [
    (message, site) =>
      isPublic(site) && isServer(site.to) && !hasField(message, 'client_secret') && addForm(message, 'client_secret'),
  ],
  SEC004: [(message, site) => isToken(message, site) && site.from.kind === 'confidential-client' && dropAuth(message)],
  SEC005: [
    (message, site) => {
      const { request } = message;
      const methods = [
        /^basic /i.test(headerOf(request?.headers ?? [], 'authorization')?.values[0]?.plain ?? ''),
        hasField(message, 'client_secret'),
        hasField(message, 'client_assertion'),
        request?.tls.clientCert && !request.tls.bindOnly,
      ];
      if (!isServer(site.to) || methods.filter(Boolean).length !== 1) return false;
      return addForm(message, hasField(message, 'client_secret') ? 'client_assertion' : 'client_secret');
    },
  ],
  SEC006: [(message) => isAuthorization(message) && dropSent(message, 'code_challenge', 'code_challenge_method')],
  SEC007: [
    (message) => isAuthorization(message) && dropSent(message, 'code_challenge_method'),
    (message) => isAuthorization(message) && setSent(message, ['code_challenge_method'], 'plain'),
  ],
  SEC008: [(message, site) => isToken(message, site) && dropSent(message, 'code_verifier')],
  SEC009: [
    (message) => setSent(message, ['code_verifier'], 'abc123'),
    (message) => setSent(message, ['code_challenge'], 'abc123'),
  ],
  SEC010: [
    (message) =>
      isAuthorization(message) && dropSent(message, 'state', 'code_challenge', 'code_challenge_method', 'nonce'),
  ],
  SEC011: [(message, { from }) => isServer(from) && message.channel === 'front' && dropReturned(message, 'state')],
  SEC012: [(message) => isAuthorization(message) && dropSent(message, 'nonce')],
  SEC013: [
    (message) => isAuthorization(message) && setSent(message, ['response_type'], 'token'),
    (message) => isAuthorization(message) && setSent(message, ['response_type'], 'code token'),
  ],
  SEC014: [(message, site) => isToken(message, site) && setSent(message, ['grant_type'], 'password')],
  SEC015: [
    (message, { to, flow }) =>
      !(usesImplicit(flow) && to.kind !== 'resource-server') && addQuery(message, 'access_token'),
  ],
  SEC016: [
    (message, { from }) =>
      isServer(from) && returns(message, ['access_token']) && addMember(message, 'refresh_token', 'x'),
  ],
  SEC017: [
    ({ request }) => {
      if (!request?.url?.plain.startsWith('https:')) return false;
      request.url = textOf(request.url.plain.replace('https:', 'http:'));
      return true;
    },
  ],
  SEC018: [(message) => setSent(message, redirects, 'http://localhost:8080/cb')],
  SEC019: ['https://*.example.com/cb', 'https://app.example.com/cb#top', '/cb', 'app:/cb'].map(
    (uri): Edit =>
      (message) =>
        setSent(message, redirects, uri),
  ),
  SEC020: [
    (message, site) =>
      (isToken(message, site) || isAuthorization(message)) &&
      setSent(message, ['redirect_uri'], 'https://app.example.com/other'),
  ],
  SEC021: ['access_token', 'refresh_token', 'id_token'].map(
    (name): Edit =>
      (message, { from, to }) =>
        ['confidential-client', 'relying-party'].includes(from.kind) &&
        ['browser', 'user'].includes(to.kind) &&
        addMember(message, name, 'x'),
  ),
  SEC023: ['iss', 'sub', 'aud', 'exp', 'jti'].map(dropClaim),
  SEC024: [
    (message) => {
      const claims = [...jwtNames, 'request', 'logout_token'].flatMap((name) => claimsOf(message, name));
      return setMember(claims, 'exp', numberOf(1_767_312_000)) && setMember(claims, 'iat', numberOf(1_767_225_600));
    },
  ],
  SEC025: [
    (message) => {
      const aud = claimsOf(message, 'client_assertion').find(({ name }) => name === 'aud');
      if (!aud) return false;
      aud.value = { kind: 'array', items: [aud.value, stringOf('https://other.example.com')] };
      return true;
    },
  ],
  SEC026: [
    ({ jwts }) => jwts.map(({ header }) => setMember(membersOf(header), 'alg', stringOf('none'))).some(Boolean),
    ({ jwts }) => jwts.map(({ header }) => drop(membersOf(header), 'alg')).some(Boolean),
  ],
  SEC028: pollErrors.map((error): Edit => ({ response }) => {
    const shown = membersOf(response?.json).find(({ name }) => name === 'error');
    if (shown?.value.kind !== 'string' || shown.value.text.plain !== error) return false;
    shown.value = stringOf('invalid_request');
    return true;
  }),
  SEC029: [
    (message, { to }) => {
      if (to.kind !== 'user' || hasField(message, 'device_code')) return false;
      message.response ??= { status: null, headers: [], location: null, params: [], json: null };
      return addMember(message, 'device_code', 'x');
    },
  ],
  SEC030: [
    (message, { from }) =>
      isServer(from) && returns(message, tokens) && drop(message.response?.headers ?? [], 'Cache-Control'),
    (message, { from }) =>
      isServer(from) &&
      returns(message, tokens) &&
      setHeader(message.response?.headers ?? [], 'cache-control', () => 'private'),
  ],
  SEC031: [
    (message, { from }) =>
      isServer(from) && returns(message, ['access_token']) && dropReturned(message, 'refresh_token'),
  ],
  SEC032: [
    (message, site) => {
      if (!message.request || !isToken(message, site)) return false;
      message.request.method = 'GET';
      return true;
    },
    (message, site) => {
      if (!message.request || !isToken(message, site)) return false;
      const { headers } = message.request;
      drop(headers, 'Content-Type');
      headers.push({ name: 'Content-Type', values: [textOf('application/json')], span: message.span });
      return true;
    },
  ],
  SEC033: [withStatus(307), withStatus(308)],
  SEC034: [(message, { from }) => isServer(from) && message.channel === 'front' && dropReturned(message, 'iss')],
  SEC035: [
    (message) => {
      if (!message.saml || !hasField(message, 'SAMLResponse')) return false;
      message.saml = { ...message.saml, inResponseTo: message.saml.inResponseTo ? null : textOf('_unasked') };
      return true;
    },
  ],
  SEC036: [
    dropSaml('audience'),
    dropSaml('recipient'),
    dropSaml('notOnOrAfter'),
    (message) => {
      if (message.saml?.signed !== true || !carriesAssertion(message)) return false;
      message.saml = { ...message.saml, signed: false };
      return true;
    },
  ],
  SEC037: [
    ...['htm', 'htu', 'iat', 'jti', 'ath'].map(dropProofClaim),
    (message, { to }) => to.kind === 'resource-server' && drop(message.request?.headers ?? [], 'DPoP'),
    (message, { to }) =>
      to.kind === 'resource-server' &&
      setHeader(message.request?.headers ?? [], 'authorization', (value) => value.replace(/^DPoP /, 'Bearer ')),
  ],
  SEC038: [
    (message, site) => isIntrospection(message, site) && dropAuth(message),
    (message, site) => {
      if (!message.request || !isIntrospection(message, site)) return false;
      message.request.method = 'GET';
      return true;
    },
  ],
  SEC039: ['Secure', 'HttpOnly', 'SameSite=\\w+'].map((attribute) =>
    editCookie((cookie) => cookie.replace(new RegExp(`; *${attribute}`, 'i'), '')),
  ),
};
