import { asked, find, isPlaceholder } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC007',
  name: 'pkce-not-s256',
  severity: 'error',
  what: 'PKCE is used with a method other than S256.',
  why: 'With `plain`, the default if the method is left out, the challenge is the verifier: whoever reads the request knows it.',
  attack: [
    'The attacker reads the authorization request and the code, in a log or in the browser.',
    'The challenge is the verifier, so they redeem the code.',
  ],
  fix: 'send code_challenge_method: S256',
  sources: [rfc(7636, '4.3'), rfc(7636, '4.2'), rfc(7636, '7.2'), rfc(9700, '2.1.1'), oauth21('4.1.1')],
  needs: 'authorization request with PKCE',
  subjects: ({ known }) => known.filter((request) => asked(request, 'code_challenge') !== null),
  *check({ parameters, marker }) {
    const method = find(parameters, 'code_challenge_method');
    const value = method?.values[0];
    if (method && value) {
      if (value.plain === 'S256' || isPlaceholder(value)) return;
      yield { message: `\`code_challenge_method\` is ${value.plain}`, at: method };
    } else {
      const at = find(parameters, 'code_challenge') ?? marker;
      yield { message: '`code_challenge_method` is missing, which means plain', at };
    }
  },
});
