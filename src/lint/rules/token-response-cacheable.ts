import { find, firstValue, has, header, isPlaceholder, isServer, passesFront } from '../terms/index.js';
import type { Facts, Placed } from '../terms/index.js';
import type { Severity } from '../../source/index.js';
import { oauth21, oidc, rfc } from '../cite.js';
import type { Citation } from '../cite.js';
import { lintRule } from '../rule.js';

interface Kind {
  readonly severity: Severity;
  readonly source: Citation;
}

const asToken: Kind = { severity: 'error', source: rfc(6749, '5.1') };
const asRegistration: Kind = { severity: 'warning', source: rfc(7591, '3.2.1') };
const kinds: Readonly<Record<string, Kind>> = {
  access_token: asToken,
  refresh_token: asToken,
  id_token: { ...asToken, source: oidc('3.1.3.3') },
  device_code: { severity: 'warning', source: rfc(8628, '3.2') },
  client_secret: asRegistration,
  registration_access_token: asRegistration,
};
const names = Object.keys(kinds);

export const rule = lintRule({
  id: 'SEC030',
  name: 'token-response-cacheable',
  severity: 'error',
  milder:
    'warning for device_code, client_secret and registration_access_token, and where only other responses show headers; info where none does',
  what: 'A response with a token has no `Cache-Control: no-store`.',
  why: 'A cache on the network or in the client stores the token, and may give it to somebody else.',
  attack: [
    "The attacker uses the same proxy, or gets access to the client's disk.",
    "The cache returns somebody else's token.",
  ],
  fix: 'add the header Cache-Control: no-store',
  sources: [rfc(6749, '5.1'), oauth21('3.2.3'), oidc('3.1.3.3'), rfc(8628, '3.2'), rfc(7591, '3.2.1')],
  needs: 'direct response of an authorization server with a token',
  subjects: (facts) => {
    const found = facts.messages.filter(
      (placed) =>
        isServer(placed.from) &&
        !passesFront(placed, facts) &&
        isSuccess(placed) &&
        names.some((name) => has(placed.returned, name)),
    );
    // A flow that shows no headers at all is a sketch, for which one finding is enough.
    return showsHeaders(facts) ? found : found.slice(0, 1);
  },
  *check({ message, returned }, facts) {
    const headers = message.response?.headers ?? [];
    const control = firstValue(header(headers, 'cache-control'));
    const name = names.find((candidate) => has(returned, candidate)) ?? '';
    const [at, kind] = [find(returned, name), kinds[name]];
    if (!at || !kind || /\bno-store\b/i.test(control.plain) || isPlaceholder(control)) return;
    const { severity, source } = kind;
    if (headers.length > 0)
      yield { message: `the response with \`${name}\` lacks \`Cache-Control: no-store\``, at, severity, source };
    else
      yield {
        message: `the response with \`${name}\` shows no \`Cache-Control: no-store\``,
        at,
        severity: showsHeaders(facts) ? 'warning' : 'info',
        source,
      };
  },
});

const showsHeaders = ({ messages }: Facts): boolean =>
  messages.some(({ message: { response } }) => response !== null && response.headers.length > 0);

const isSuccess = ({ message: { response } }: Placed): boolean =>
  response !== null && (response.status === null || (response.status >= 200 && response.status < 300));
