import { asked, scopes } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC010',
  name: 'csrf-no-binding',
  severity: 'error',
  milder: 'info where PKCE is the only binding',
  what: 'An authorization request has neither `state` nor PKCE nor, in OpenID Connect, a `nonce`.',
  why: "Without one of them the client can't tell whether a response answers a request that this browser made.",
  attack: [
    "The attacker starts the flow with their own account and makes the victim's browser open the response.",
    'The victim is signed in as the attacker, who sees what the victim enters.',
  ],
  fix: 'add state, PKCE or, in OpenID Connect, a nonce',
  sources: [rfc(9700, '4.7.1'), rfc(9700, '2.1'), rfc(6749, '10.12'), oauth21('7.10'), rfc(10017, '6.3.2.2')],
  needs: 'authorization request with its parameters',
  subjects: ({ known }) => known,
  *check(request) {
    const at = request.marker;
    const hasNonce = asked(request, 'nonce') !== null && scopes(request).includes('openid');
    if (asked(request, 'state') || hasNonce) return;
    if (asked(request, 'code_challenge'))
      yield {
        message: 'only PKCE ties the response to this browser',
        fix: 'make sure that the server supports PKCE, or add state',
        at,
        severity: 'info',
      };
    else yield { message: 'nothing ties the authorization response to this browser', at };
  },
});
