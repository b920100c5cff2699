import { differ, find, has, JWT_BEARER, jwtsOf, valueOf } from '../terms/index.js';
import type { Facts, Parameters, ShownJwt } from '../terms/index.js';
import { oidc, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

type Assertion = ShownJwt & { readonly claims: Parameters };

const required = ['iss', 'sub', 'aud', 'exp'] as const;
/** What each missing claim allows. */
const consequences = {
  iss: 'it has no issuer',
  sub: 'it has no subject',
  aud: 'it works at any server',
  exp: 'it never expires',
} as const satisfies Record<(typeof required)[number], string>;

export const rule = lintRule({
  id: 'SEC023',
  name: 'assertion-claims',
  severity: 'error',
  milder: "warning without jti, and without sub in Google's dialect, where the scope is a claim",
  what: 'A JWT that authenticates a client, or is used to request a token, lacks iss, sub, aud, exp or jti.',
  why: 'These claims name the issuer, the subject, the server and the expiry, and make the JWT unique. Without one of them, a copy of the JWT works elsewhere, or again.',
  attack: [
    'The attacker gets one assertion, from a server that received it or from a log.',
    'They use it at another server, or again and again.',
  ],
  fix: 'add the missing claims',
  sources: [rfc(7523, '3'), oidc('9'), rfc(8725, '3.8'), rfc(8725, '3.9')],
  needs: 'JWT assertion with its claims',
  subjects: (facts) => assertions(facts),
  *check({ claims, name, at }) {
    const missing = required.filter((claim) => !has(claims, claim));
    // Google's documented dialect: the scope is a claim, and sub only names a user to act for.
    const isDialect = name === 'assertion' && missing.join() === 'sub' && has(claims, 'scope');
    if (isDialect)
      yield {
        message: "the JWT in `assertion` has a scope and no sub, which only servers with Google's dialect accept",
        at,
        severity: 'warning',
      };
    else if (missing.length > 0)
      yield {
        message: `the JWT in \`${name}\` lacks ${missing.join(', ')}: ${missing.map((claim) => consequences[claim]).join(', ')}`,
        at,
      };
    if (!has(claims, 'jti'))
      yield { message: `the JWT in \`${name}\` has no jti: it can be replayed`, at, severity: 'warning' };
    const [iss, sub] = [valueOf(claims, 'iss'), valueOf(claims, 'sub')];
    if (name === 'client_assertion' && iss && sub && differ(iss, sub))
      yield {
        message: "iss and sub of a client's assertion must both be its client id",
        at: find(claims, 'sub') ?? at,
      };
  },
});

const assertions = ({ messages }: Facts): readonly Assertion[] =>
  messages.flatMap((placed) => {
    const names =
      valueOf(placed.sent, 'grant_type')?.plain === JWT_BEARER
        ? ['assertion', 'client_assertion']
        : ['client_assertion'];
    return jwtsOf(placed).flatMap((jwt) =>
      jwt.claims && names.includes(jwt.name) ? [{ ...jwt, claims: jwt.claims }] : [],
    );
  });
