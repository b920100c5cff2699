import { allNamed, passesFront, secretNames } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

const names: ReadonlySet<string> = new Set([...secretNames, 'password', 'api_key']);

export const rule = lintRule({
  id: 'SEC002',
  name: 'secret-in-url',
  severity: 'error',
  what: 'A secret is in the URL of a direct request.',
  why: 'Servers, proxies and monitoring write URLs to their logs, but not bodies and the Authorization header.',
  attack: [
    'The attacker reads an access log, or the data of a monitoring service.',
    'With the secret they request tokens as the client.',
  ],
  fix: 'move it to the form body or to a header',
  sources: [rfc(6749, '2.3.1'), oauth21('2.4.1')],
  needs: 'direct request with parameters',
  subjects: (facts) =>
    facts.messages.filter(
      (placed) => !passesFront(placed, facts) && placed.message.request !== null && placed.sent.length > 0,
    ),
  *check({ query }) {
    for (const parameter of allNamed(query, names))
      yield { message: `\`${parameter.name}\` is in the URL, and so in the logs`, at: parameter };
  },
});
