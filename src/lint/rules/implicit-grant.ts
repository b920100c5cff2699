import { asked, find, responseTypes } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC013',
  name: 'implicit-grant',
  severity: 'error',
  what: 'The authorization endpoint issues an access token (`response_type` with `token`).',
  why: "The token travels in a URL, where the history, scripts and Referer headers show it, and it can't be bound to the client. Clients should not use it; apps in the browser must not.",
  attack: [
    'The attacker reads the fragment: a script on the page, an open redirector, the history.',
    'The token is a bearer token, so they call the API as the user, or inject it into another client.',
  ],
  fix: 'use response_type: code with PKCE',
  sources: [rfc(9700, '2.1.2'), rfc(10017, '7.2'), oauth21('10.1')],
  needs: 'authorization request with its parameters',
  subjects: ({ known }) => known,
  *check(request) {
    if (!responseTypes(request).includes('token')) return;
    const at = find(request.parameters, 'response_type') ?? request.marker;
    const type = asked(request, 'response_type')?.plain ?? 'token';
    yield { message: `\`response_type=${type}\` issues an access token in the front channel`, at };
  },
});
