import { find, has, isAuthenticated, isPerson, isServer, keepsNoSecret } from '../terms/index.js';
import { rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC038',
  name: 'introspection-open',
  severity: 'error',
  what: 'Token introspection is not authenticated, is not a POST, or is requested by a public client or a browser.',
  why: 'The response says whether a token is valid, whose it is and what it allows. An open endpoint lets anybody try tokens and read their contents.',
  attack: [
    'The attacker sends guessed or stolen tokens to the endpoint.',
    'The responses say which are valid, and for whom.',
  ],
  fix: 'let the protected resource send an authenticated POST',
  sources: [rfc(7662, '2.1'), rfc(7662, '4')],
  needs: 'introspection request',
  subjects: ({ messages }) =>
    messages.filter(
      ({ message, to, sent }) =>
        isServer(to) && has(sent, 'token') && /(?:introspect|introspection)\/?$/.test(message.request?.path ?? ''),
    ),
  *check(placed, facts) {
    const at = find(placed.sent, 'token');
    if (!at) return;
    const method = placed.message.request?.method;
    if (isPerson(placed.from) || keepsNoSecret(placed.from, facts))
      yield {
        message: `${placed.from.id} must not introspect tokens: it can't authenticate`,
        at,
        source: rfc(7662, '4'),
      };
    else if (!isAuthenticated(placed))
      yield { message: `${placed.from.id} introspects a token without authentication`, at };
    if (method !== 'POST') yield { message: `token introspection must be a POST, not a ${method ?? 'GET'}`, at };
  },
});
