import { clientAuth, isServer, keepsNoSecret, passesFront } from '../terms/index.js';
import { rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC003',
  name: 'public-client-secret',
  severity: 'error',
  what: 'A public client authenticates with a client secret.',
  why: "An app in the browser or on a device is under its user's control, and each copy contains the same secret. A secret that anybody can extract proves nothing.",
  attack: [
    'The attacker unpacks the app, or reads its script, and finds the secret.',
    'Their own program then impersonates the app at the authorization server.',
  ],
  fix: 'register the client as public, remove the secret and use PKCE; a client with a backend is a confidential-client',
  sources: [rfc(6749, '2.1'), rfc(8252, '8.5'), rfc(8628, '5.6'), rfc(10017, '6.3.3.1')],
  needs: 'request of a public client to an authorization server',
  subjects: (facts) =>
    facts.messages.filter(
      (placed) =>
        placed.message.request !== null &&
        keepsNoSecret(placed.from, facts) &&
        isServer(placed.to) &&
        // A redirect through the browser doesn't show whose parameters it carries.
        (placed.from.kind !== 'browser' || !passesFront(placed, facts)),
    ),
  *check(placed) {
    for (const [method, at] of clientAuth(placed))
      if (method === 'basic' || method === 'secret')
        yield { message: `${placed.from.id} is a public client but sends a client secret`, at };
  },
});
