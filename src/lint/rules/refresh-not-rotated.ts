import { answersTo, find, has, header, isLiteral, keepsNoSecret } from '../terms/index.js';
import type { Facts, Reply, TokenRequest } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

interface Refresh {
  readonly request: TokenRequest;
  readonly reply: Reply;
}

export const rule = lintRule({
  id: 'SEC031',
  name: 'refresh-not-rotated',
  severity: 'error',
  milder: 'warning where the response shows the same placeholder as the request',
  what: 'A public client uses a refresh token that is neither rotated nor bound to a key.',
  why: "A refresh token is long-lived, and a public client can't prove that the token was issued to it. Rotation reveals a theft, and a key prevents use of the stolen token.",
  attack: [
    'The attacker copies the refresh token from a device or a backup.',
    'They get new access tokens for months, and nobody notices.',
  ],
  fix: 'return a new refresh_token with each refresh, or bind it with DPoP or mTLS',
  sources: [rfc(9700, '2.2.2'), rfc(9700, '4.14.2'), oauth21('4.3.1'), rfc(10017, '6.3.2.3')],
  needs: 'refresh of a public client and its response',
  subjects: (facts) => refreshes(facts),
  *check({ request, reply }) {
    const old = find(request.sent, 'refresh_token')?.values[0];
    const renewed = find(reply.returned, 'refresh_token');
    const value = renewed?.values[0];
    const at = renewed ?? find(reply.returned, 'access_token');
    if (!at) return;
    if (!value) yield { message: 'the public client keeps its refresh token, which is neither rotated nor bound', at };
    else if (value.plain === old?.plain)
      yield {
        message: 'the response returns the same refresh token again',
        at,
        fix: 'return a new one, with a different placeholder',
        // A placeholder stands for a kind of value, not for one value.
        severity: isLiteral(value) ? 'error' : 'warning',
      };
  },
});

const refreshes = (facts: Facts): readonly Refresh[] =>
  facts.tokenRequests
    .filter(({ grant, from }) => grant.plain === 'refresh_token' && keepsNoSecret(from, facts))
    .filter(({ request }) => !request.tls.clientCert && !header(request.headers, 'dpop'))
    .flatMap((request) =>
      answersTo(request, facts)
        .filter(({ returned }) => has(returned, 'access_token'))
        .map((reply) => ({ request, reply })),
    );
