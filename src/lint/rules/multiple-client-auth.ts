import { authMethodNames, clientAuth, isServer } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC005',
  name: 'multiple-client-auth',
  severity: 'error',
  what: 'One request authenticates its client in more than one way.',
  why: 'Servers must refuse such a request, or may check only the weaker proof.',
  attack: [
    'The attacker has the weaker proof, such as a secret from a log.',
    'A server that accepts either never asks for the stronger one.',
  ],
  fix: 'keep exactly one method; a certificate that only binds the token is tls: { clientCert: true, bindOnly: true }',
  sources: [rfc(6749, '2.3'), oauth21('2.4')],
  needs: 'request that authenticates its client',
  subjects: ({ messages }) =>
    messages
      .filter(({ to }) => isServer(to))
      .map((placed) => [...clientAuth(placed)])
      .filter((methods) => methods.length > 0),
  *check(methods) {
    const [, second] = methods;
    if (!second) return;
    const names = methods.map(([method]) => authMethodNames[method]).join(' and ');
    yield { message: `the client authenticates with ${names}, but only one method is allowed`, at: second[1] };
  },
});
