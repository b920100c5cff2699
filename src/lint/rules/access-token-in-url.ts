import { find, responseTypes } from '../terms/index.js';
import type { Facts, Placed } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC015',
  name: 'access-token-in-url',
  severity: 'error',
  what: 'An access token is in a URL.',
  why: "URLs end up in logs, in the history and in Referer headers. The Authorization header doesn't.",
  attack: [
    'The attacker reads the URL in a log or in a Referer header.',
    'They call the API with the token until it expires.',
  ],
  fix: 'send it in the Authorization header: `Bearer …`, or in the body of a response',
  sources: [rfc(6750, '2.3'), rfc(6750, '5.3'), rfc(9700, '4.3.2'), oauth21('7.1.3.7')],
  needs: 'request or redirect with parameters',
  subjects: (facts) =>
    facts.messages.filter((placed) => placed.message.request !== null || placed.message.response?.location != null),
  *check(placed, facts) {
    const at = find([...placed.query, ...inLocation(placed)], 'access_token');
    // The implicit grant puts it there, which is a separate finding.
    if (at && !(usesImplicit(facts) && isOnItsWay(placed))) yield { message: 'an access token is in a URL', at };
  },
});

const inLocation = ({ message, returned }: Placed) =>
  message.response?.location == null ? [] : returned.filter(({ json }) => json === null);

const usesImplicit = ({ known }: Facts): boolean => known.some((request) => responseTypes(request).includes('token'));

/** Whether the token is on its way from the authorization endpoint to the client, through the browser. */
const isOnItsWay = ({ message, to }: Placed): boolean => message.channel !== 'back' && to.kind !== 'resource-server';
