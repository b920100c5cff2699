import { readCookie } from '../terms/index.js';
import type { Cookie, Facts, Place } from '../terms/index.js';
import type { Message } from '../../model/index.js';
import type { Text } from '../../source/index.js';
import { rfc, rfc6265bis } from '../cite.js';
import type { Fault } from '../rule.js';
import { lintRule } from '../rule.js';

interface SetCookie {
  readonly cookie: Cookie;
  readonly at: Place;
}

export const rule = lintRule({
  id: 'SEC039',
  name: 'session-cookie-flags',
  severity: 'error',
  milder: 'warning without SameSite; info for the stricter checks of the profile bff',
  what: 'A session cookie lacks Secure, HttpOnly or SameSite, or violates its name prefix.',
  why: 'The cookie is the session. Secure keeps it off plain http, HttpOnly hides it from scripts, SameSite keeps it out of requests from other sites.',
  attack: [
    "The attacker's script reads the cookie, or their page makes the browser send it.",
    "They act in the user's session.",
  ],
  fix: 'set it like `__Host-sid=…; Path=/; Secure; HttpOnly; SameSite=Lax`',
  sources: [
    rfc(6265, '4.1.2.5'),
    rfc(6265, '4.1.2.6'),
    rfc6265bis('4.1.2.7'),
    rfc6265bis('4.1.3'),
    rfc(10017, '6.1.3.2'),
  ],
  needs: 'session cookie set in a response to the browser',
  subjects: sessionCookies,
  *check({ cookie, at }, { flow, profiles }) {
    yield* checkFlags(cookie, at, flow.lint.csrfCookies.includes(cookie.name));
    yield* checkPrefix(cookie, at);
    if (profiles.has('bff') && !(cookie.attributes.get('samesite') === 'strict' && cookie.name.startsWith('__Host-')))
      yield {
        message: `the session cookie \`${cookie.name}\` of a BFF should have SameSite=Strict and the prefix __Host-`,
        at,
        severity: 'info',
        source: rfc(10017, '6.1.3.2'),
      };
  },
});

/** Names of session cookies. Anti-forgery cookies are excluded, because a script may have to read them. */
const session = /sess|(?<![a-z])sid(?![a-z])|auth(?!or)|token|login/i;
const antiForgery = /csrf|xsrf/i;

function sessionCookies({ messages, flow }: Facts): readonly SetCookie[] {
  const { sessionCookies: named } = flow.lint;
  const isSession = ({ name }: Cookie) => named.includes(name) || (session.test(name) && !antiForgery.test(name));
  return messages
    .filter(({ message }) => message.channel === 'front')
    .flatMap(({ message }) => cookiesOf(message))
    .filter(({ cookie }) => isSession(cookie) && !cookie.isDeletion && !cookie.isAbridged);
}

const cookiesOf = (message: Message): readonly SetCookie[] =>
  (message.response?.headers ?? [])
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .flatMap(({ values, span }) =>
      values.map((value: Text) => ({
        cookie: readCookie(value.plain),
        at: { span: value.span ?? span, step: message },
      })),
    );

function* checkFlags({ name, attributes }: Cookie, at: Place, isRead: boolean): Iterable<Fault> {
  const missing = [
    ...(attributes.has('secure') ? [] : ['Secure']),
    ...(attributes.has('httponly') || isRead ? [] : ['HttpOnly']),
  ];
  if (missing.length > 0) yield { message: `the session cookie \`${name}\` lacks ${missing.join(' and ')}`, at };
  if (!attributes.has('samesite'))
    yield {
      message: `the session cookie \`${name}\` should have SameSite`,
      at,
      severity: 'warning',
      source: rfc6265bis('4.1.2.7'),
    };
}

function* checkPrefix({ name, attributes }: Cookie, at: Place): Iterable<Fault> {
  if (!name.startsWith('__Host-')) return;
  const source = rfc6265bis('4.1.3');
  if (attributes.has('domain')) yield { message: `\`${name}\` must not have a Domain`, at, source };
  if (attributes.get('path') !== '/') yield { message: `\`${name}\` must have Path=/`, at, source };
}
