import { find, jwtsOf, numberIn } from '../terms/index.js';
import type { Facts, Place } from '../terms/index.js';
import { backChannelLogout, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

/** Five minutes: our choice, no number of a standard. */
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
  what: 'A JWT that is used at once lives longer than five minutes, or ends before it begins.',
  why: 'An assertion is made for one request. The longer it lives, the longer a copy works; a server may refuse one that ends far ahead.',
  attack: [
    "The attacker finds an assertion in yesterday's log.",
    'It is still valid, and works as it did for the client.',
  ],
  fix: 'let exp be a minute or two after iat; lint: { assertionLifetime: … } sets another limit',
  sources: [rfc(7523, '3'), backChannelLogout('4')],
  needs: 'JWT with iat and exp',
  subjects: (facts) => lives(facts),
  *check({ name, seconds, at }, { flow }) {
    if (seconds <= 0) yield { message: `the JWT in \`${name}\` ends before it begins`, at };
    else if (seconds > (flow.lint.assertionLifetime ?? DEFAULT_LIMIT))
      yield { message: `the JWT in \`${name}\` lives ${seconds} seconds`, at };
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
