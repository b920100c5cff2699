import { answersTo, find } from '../terms/index.js';
import { rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC016',
  name: 'client-credentials-refresh-token',
  severity: 'warning',
  what: 'The response to a client credentials request has a refresh token.',
  why: 'The client can ask again with its own credentials at any time. A refresh token is one more long-lived secret.',
  attack: [
    'The attacker steals the refresh token from where the client keeps it.',
    "They get tokens even after the client's secret was rotated.",
  ],
  fix: 'leave refresh_token out; the client asks for a new access token instead',
  sources: [rfc(6749, '4.4.3')],
  needs: 'client credentials request and its response',
  subjects: (facts) =>
    facts.tokenRequests
      .filter(({ grant }) => grant.plain === 'client_credentials')
      .flatMap((request) => answersTo(request, facts)),
  *check({ returned }) {
    const at = find(returned, 'refresh_token');
    if (at) yield { message: 'the response to a client credentials request should have no refresh token', at };
  },
});
