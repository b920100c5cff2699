import { allNamed, find, passesFront, secretNames } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC001',
  name: 'secret-in-front-channel',
  severity: 'error',
  what: 'A secret of the client, a refresh token or a code verifier passes through the browser.',
  why: "Values in the browser are visible to the user, to extensions and scripts, and end up in proxies, logs and the history. These values prove the client's identity, so only the client and the server may know them.",
  attack: [
    "The attacker reads the value in a log, a Referer header or the browser's own history.",
    'With it they act as the client, or redeem a code or a token that was meant for it.',
  ],
  fix: 'send it in a direct call from the client to the server',
  sources: [rfc(6749, '2.3.1'), rfc(6749, '10.3'), rfc(6749, '10.4'), rfc(9700, '4.3'), oauth21('2.4.1')],
  needs: 'message through the browser',
  subjects: (facts) => facts.messages.filter((placed) => passesFront(placed, facts)),
  *check({ sent, returned, query }) {
    const password = find(query, 'password');
    const exposed = [...allNamed([...sent, ...returned], secretNames), ...(password ? [password] : [])];
    for (const parameter of exposed)
      yield { message: `\`${parameter.name}\` passes through the browser`, at: parameter };
  },
});
