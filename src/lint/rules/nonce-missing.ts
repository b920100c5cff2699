import { asked, responseTypes, scopes } from '../terms/index.js';
import { oidc, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC012',
  name: 'nonce-missing',
  severity: 'error',
  milder: 'for the code flow: warning without PKCE, info with it',
  what: 'An OpenID Connect request has no `nonce`.',
  why: 'The nonce ties the ID Token to the request. It is required where the ID Token comes from the authorization endpoint, and protects the code flow where PKCE is not used.',
  attack: [
    'The attacker steals an ID Token or a code of the victim, and puts it into a sign-in of their own.',
    'Nothing in it shows the client that it belongs to another session.',
  ],
  fix: 'add nonce, and compare it with the claim in the ID Token',
  sources: [
    oidc('3.1.2.1'),
    oidc('15.5.2'),
    oidc('3.2.2.1'),
    oidc('3.3.2.11'),
    rfc(9700, '2.1.1'),
    rfc(9700, '4.5.3.2'),
  ],
  needs: 'OpenID Connect request with its parameters',
  subjects: ({ known }) => known.filter((request) => scopes(request).includes('openid')),
  *check(request) {
    if (asked(request, 'nonce')) return;
    const at = request.marker;
    if (responseTypes(request).includes('id_token'))
      yield {
        message: 'the request for an ID Token has no `nonce`: a replayed one would be accepted',
        at,
        source: oidc('3.2.2.1'),
      };
    else if (asked(request, 'code_challenge'))
      yield { message: 'the OpenID Connect request has no `nonce` and relies on PKCE', at, severity: 'info' };
    else
      yield {
        message: 'the OpenID Connect request has neither `nonce` nor PKCE: an injected code would be accepted',
        at,
        severity: 'warning',
      };
  },
});
