import { asked, authorizationBefore, find, responseTypes } from '../terms/index.js';
import type { Facts, KnownAuthorization, TokenRequest } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

interface Pair {
  readonly authorization: KnownAuthorization;
  readonly token: TokenRequest;
}

export const rule = lintRule({
  id: 'SEC008',
  name: 'pkce-unpaired',
  severity: 'error',
  what: 'One of `code_challenge` and `code_verifier` is used without the other.',
  why: "Only both together bind the code. A server that accepts a verifier without a challenge doesn't notice that the challenge was removed on the way.",
  attack: [
    "The attacker removes `code_challenge` from the request that the victim's browser makes.",
    'The returned code is not bound to a client, so they can inject it elsewhere.',
  ],
  fix: 'send code_challenge in the authorization request and code_verifier in the token request',
  sources: [rfc(7636, '4.5'), rfc(7636, '4.6'), rfc(9700, '2.1.1'), rfc(9700, '4.8.2'), oauth21('4.1.3')],
  needs: 'authorization request and the token request that redeems its code',
  subjects: pairs,
  *check({ authorization, token }) {
    const challenge = asked(authorization, 'code_challenge') !== null;
    const verifier = find(token.sent, 'code_verifier');
    if (challenge && !verifier) {
      const at = find(token.sent, 'code') ?? find(token.sent, 'grant_type');
      if (at) yield { message: 'the authorization request has a `code_challenge`, but no `code_verifier` follows', at };
    } else if (!challenge && verifier) {
      yield { message: '`code_verifier` is sent, but the authorization request has no `code_challenge`', at: verifier };
    }
  },
});

function pairs(facts: Facts): readonly Pair[] {
  return facts.tokenRequests
    .filter(({ grant }) => grant.plain === 'authorization_code')
    .flatMap((token): readonly Pair[] => {
      const authorization = authorizationBefore(token, token.to.id, facts);
      return authorization && responseTypes(authorization).includes('code') ? [{ authorization, token }] : [];
    });
}
