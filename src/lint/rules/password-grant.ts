import { find } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC014',
  name: 'password-grant',
  severity: 'error',
  what: 'A token request uses the resource owner password credentials grant.',
  why: "The client sees the user's password, users get used to typing it anywhere, and neither a second factor nor a passkey can be used. The grant must not be used.",
  attack: [
    'The attacker runs or breaks into one client, and collects the passwords that users type.',
    'Each password gives access to everything that the user may do, not only to what one token allows.',
  ],
  fix: 'use the authorization code grant with PKCE, or client credentials where no user takes part',
  sources: [rfc(9700, '2.4'), rfc(10017, '7.3'), oauth21('10')],
  needs: 'token request',
  subjects: ({ tokenRequests }) => tokenRequests,
  *check({ grant, sent }) {
    const at = find(sent, 'grant_type');
    if (grant.plain === 'password' && at)
      yield { message: "the password grant gives the user's password to the client", at };
  },
});
