import { canPrecede, has, isServer, placeOfText } from '../terms/index.js';
import type { Facts, Placed } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC033',
  name: 'redirect-keeps-post',
  severity: 'error',
  milder: 'info for the answer to a GET, which has no form, and for a 302 that answers a POST',
  what: 'A redirect that may answer a login form has status 307 or 308.',
  why: 'With these the browser repeats the POST at the new address, with the form: the password goes to the client.',
  attack: [
    'The attacker runs a client, and the user signs in at the honest server.',
    "The redirect makes the browser post the user's password to the attacker.",
  ],
  fix: 'use status 303',
  sources: [rfc(9700, '4.12'), oauth21('7.5.3'), rfc(9110, '15.4.8'), rfc(9110, '15.4.4')],
  needs: 'redirect through the browser',
  subjects: ({ messages }) =>
    messages.filter(
      ({ message, from }) =>
        message.channel === 'front' &&
        message.response?.location != null &&
        (isServer(from) || from.kind === 'relying-party'),
    ),
  *check(placed, facts) {
    const { message, returned } = placed;
    const status = message.response?.status ?? 0;
    const method = methodBefore(placed, facts);
    const at = placeOfText(message.response?.location ?? null, message);
    // Signing in may happen between a GET and the response, without a message of its own. Elsewhere, as in the first redirect
    // of a login, for which frameworks use 307 by default, there is no form to send again.
    const answersLogin =
      method !== 'GET' || ['code', 'error', 'access_token', 'id_token'].some((name) => has(returned, name));
    if ((status === 307 || status === 308) && answersLogin)
      yield { message: `status ${status} makes the browser send the form again, to the client`, at };
    else if (status === 307 || status === 308)
      yield {
        message: `status ${status} keeps the method: a submitted form would be sent again`,
        at,
        severity: 'info',
      };
    else if (status === 302 && method === 'POST')
      yield {
        message: 'a redirect that answers a POST should have status 303: the effect of 302 depends on the browser',
        at,
        severity: 'info',
        source: rfc(9110, '15.4.4'),
      };
  },
});

/** The method of the request that the redirect answers, or null where none is drawn. */
function methodBefore(placed: Placed, { messages }: Facts): string | null {
  const { message, from, to } = placed;
  const answered = messages.find((other) => message.replyTo !== '' && other.message.id === message.replyTo);
  const before = messages.findLast(
    (other) => canPrecede(other, placed) && other.from.id === to.id && other.to.id === from.id,
  );
  const request = (answered ?? before)?.message;
  return request?.request?.method ?? /^(?:GET|POST)\b/.exec(request?.text.plain ?? '')?.[0] ?? null;
}
