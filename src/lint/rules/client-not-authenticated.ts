import { find, isAuthenticated, JWT_BEARER, SAML_BEARER } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

/** Grants in which the assertion identifies the client (RFC 7521 §4.1). */
const exempt: readonly string[] = [JWT_BEARER, SAML_BEARER];

/**
 * Grants for which the server decides whether the client must authenticate: RFC 8693 §2.1, OpenID4VCI §6.1. Workloads that
 * federate their identity have only the token that they exchange, so this is not an error.
 */
const optional: readonly string[] = [
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:pre-authorized_code',
];

export const rule = lintRule({
  id: 'SEC004',
  name: 'client-not-authenticated',
  severity: 'error',
  milder: 'warning where the grant leaves it to the server (token exchange, pre-authorized code)',
  what: 'A confidential client requests a token without authentication.',
  why: 'A code or refresh token alone does not prove who redeems it. Authentication binds it to the client that it was issued to.',
  attack: [
    "The attacker steals a code or a refresh token, and learns the client's public id.",
    'The server mistakes them for the client and issues tokens.',
  ],
  fix: 'authenticate with one method: private_key_jwt, mTLS, or the secret by HTTP Basic',
  sources: [rfc(6749, '3.2.1'), rfc(6749, '2.3'), rfc(9700, '2.5'), oauth21('3.2.1')],
  needs: 'token request of a confidential client',
  subjects: ({ tokenRequests }) =>
    tokenRequests.filter(({ from, grant }) => from.kind === 'confidential-client' && !exempt.includes(grant.plain)),
  *check(placed) {
    if (isAuthenticated(placed)) return;
    const at = find(placed.sent, 'client_id') ?? find(placed.sent, 'grant_type');
    if (!at) return;
    const message = `confidential client ${placed.from.id} does not authenticate at the token endpoint`;
    if (optional.includes(placed.grant.plain))
      yield {
        message: `${message}, as it should for this grant, unless the server allows it`,
        at,
        severity: 'warning',
      };
    else yield { message, at };
  },
});
