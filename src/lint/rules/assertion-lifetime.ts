import { find, jwtsOf, numberIn } from '../terms/index.js';
import type { Facts, Place } from '../terms/index.js';
import { backChannelLogout, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

/** Five minutes: our choice, not from a standard. */
const DEFAULT_LIMIT = 300;

const names = ['assertion', 'client_assertion', 'request', 'logout_token'];

interface Life {
  readonly name: string;
  readonly seconds: number;
  readonly at: Place;
}

export const rule = lintRule({
  id: 'SEC024',
  name: 'assertion-lifetime',
  severity: 'warning',
  what: 'A JWT for immediate use is valid for more than five minutes, or expires before it is issued.',
  why: 'An assertion is made for one request. The longer it is valid, the longer a copy works; a server may refuse one that expires far in the future.',
  attack: [
    "The attacker finds an assertion in yesterday's log.",
    'It is still valid, and they use it as the client did.',
  ],
  fix: 'set exp to a minute or two after iat; lint: { assertionLifetime: … } sets another limit',
  sources: [rfc(7523, '3'), backChannelLogout('4')],
  needs: 'JWT with iat and exp',
  subjects: (facts) => lives(facts),
  *check({ name, seconds, at }, { flow }) {
    if (seconds <= 0) yield { message: `the JWT in \`${name}\` expires before it is issued`, at };
    else if (seconds > (flow.lint.assertionLifetime ?? DEFAULT_LIMIT))
      yield { message: `the JWT in \`${name}\` is valid for ${seconds} seconds`, at };
  },
});

const lives = ({ messages }: Facts): readonly Life[] =>
  messages.flatMap(jwtsOf).flatMap(({ name, claims }) => {
    const exp = claims && find(claims, 'exp');
    const iat = claims && find(claims, 'iat');
    const [end, start] = [exp, iat].map((claim) => numberIn(claim?.values[0] ?? null));
    if (!exp || end == null || start == null || !names.includes(name)) return [];
    return [{ name, seconds: end - start, at: exp }];
  });
