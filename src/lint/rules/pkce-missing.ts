import { asked, clientOf, keepsNoSecret, responseTypes, scopes } from '../terms/index.js';
import type { Facts, KnownAuthorization } from '../terms/index.js';
import type { Severity } from '../../source/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC006',
  name: 'pkce-missing',
  severity: 'error',
  milder: 'warning for a confidential client, info where an OpenID Connect nonce protects its code',
  what: 'An authorization request for a code has no `code_challenge`.',
  why: 'PKCE binds the code to the client instance that requested it: whoever redeems the code must know the verifier. Public clients must use it, and it is recommended for all.',
  attack: [
    'The attacker intercepts the code: by another app with the same URI scheme, in a log, in a Referer header.',
    "They redeem it, or put it into a session of their own, and get the user's tokens.",
  ],
  fix: 'add code_challenge and code_challenge_method: S256, and code_verifier to the token request',
  sources: [rfc(9700, '2.1.1'), rfc(7636, '4.3'), rfc(8252, '6'), rfc(9700, '4.5.3'), oauth21('4.1.1')],
  needs: 'authorization request for a code, with its parameters',
  subjects: ({ known }) => known.filter((request) => responseTypes(request).includes('code')),
  *check(request, facts) {
    if (asked(request, 'code_challenge')) return;
    const severity = severityFor(request, facts);
    const need = severity === 'error' ? 'PKCE is required here' : 'this client should use PKCE';
    yield { message: `the authorization request has no \`code_challenge\`: ${need}`, at: request.marker, severity };
  },
});

function severityFor(request: KnownAuthorization, facts: Facts): Severity {
  const client = clientOf(request, facts);
  if (facts.profiles.has('oauth21') || facts.profiles.has('mcp')) return 'error';
  if (client && keepsNoSecret(client, facts)) return 'error';
  // RFC 9700 §2.1.1: a confidential client may rely on the nonce instead.
  return scopes(request).includes('openid') && asked(request, 'nonce') ? 'info' : 'warning';
}
