import { hostOf, redirectUrisIn } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC018',
  name: 'loopback-localhost',
  severity: 'warning',
  what: 'A loopback redirect URI has the host `localhost`.',
  why: 'The name may resolve to another interface than the loopback, and firewalls may treat it differently. The addresses have neither problem.',
  attack: [
    'The attacker controls what localhost resolves to, or listens on the other interface.',
    'The code goes to them instead of the app.',
  ],
  fix: 'use 127.0.0.1 or [::1]',
  sources: [rfc(8252, '8.3'), oauth21('8.4.2')],
  needs: 'redirect URI',
  subjects: redirectUrisIn,
  *check({ uri, at }) {
    if (hostOf(uri.plain) === 'localhost')
      yield { message: 'a loopback redirect should use the address, not localhost', at };
  },
});
