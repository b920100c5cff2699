/** Credentials that the place tells: a pair of HTTP Basic, a password in a URL or after `curl -u`, private members of a JWK. */
import { decodeBase64 } from '../source/index.js';
import { entropy, isRealPassword, isStandIn, looksLikeKey, looksLikePlaceholder, looksRandom } from './random.js';
import { groupAt } from './stretch.js';
import type { Found, Stretch } from './stretch.js';

/** `has`: whether a word in small letters is in the text, whatever the case. */
export function findCredentials(text: string, has: (word: string) => boolean): readonly Found[] {
  return [
    ...(has('basic') || has('auth') ? basicPairs(text) : []),
    ...(text.includes('@') ? passwordsInUrls(text) : []),
    ...(has('curl') ? passwordsOfCurl(text) : []),
    ...(has(' -p') ? passwordsOfLogins(text) : []),
    ...(has('login') ? passwordsOfNetrc(text) : []),
    ...(has('otpauth://') ? otpSecrets(text) : []),
    ...(has('kty') ? privateMembers(text) : []),
    ...(has('_authtoken') ? npmTokens(text) : []),
  ];
}

type Value = Stretch & { readonly value: string };

const values = (text: string, pattern: RegExp, group = 1): readonly Value[] =>
  [...text.matchAll(pattern)].map((match) => groupAt(match, group));

const found = (type: string, kind: Found['kind'] = 'credential') => {
  return ({ start, end }: Stretch): Found => ({ start, end, type, kind });
};

/** RFC 7617 §2; `"auth": "…"` in Docker's config.json, and `_auth=…` in .npmrc, are such pairs without the scheme. */
const basic = /(?:\bBasic\s{1,20}|(?<![A-Za-z])_?auth["']?\s{0,20}[:=]\s{0,20}["']?)([A-Za-z0-9+/_-]{8,800}={0,2})/dgi;

function basicPairs(text: string): readonly Found[] {
  return values(text, basic)
    .filter(({ value, end }) => !looksLikePlaceholder(text.slice(end, end + 3)) && isPair(value))
    .map(found('credentials of HTTP Basic'));
}

function isPair(encoded: string): boolean {
  const decoded = Array.from(decodeBase64(encoded), (byte) => String.fromCharCode(byte)).join('');
  const [user = '', ...rest] = /^[\x20-\x7e]+$/.test(decoded) ? decoded.split(':') : [];
  const password = rest.join(':');
  return password !== '' && password !== user && isSecretPassword(password);
}

/** A password, or a token that stands in place of one. */
const isSecretPassword = (value: string): boolean => isRealPassword(value) || looksLikeKey(value);

/** RFC 3986 §3.2.1: postgres, mysql, mongodb+srv, redis, amqps, https and others. */
const userinfo = /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/:@?#"'`<>]{0,200}):([^\s/@"'`<>]{3,300})@([\w.[-]{1,255})/dgi;

const passwordsInUrls = (text: string): readonly Found[] =>
  [...text.matchAll(userinfo)]
    .filter(({ 1: user = '', 2: password = '', 3: host = '' }) => isPasswordOfUrl(password, user, host))
    .map((match) => found('a password in a URL')(groupAt(match, 2)));

function isPasswordOfUrl(written: string, user: string, host: string): boolean {
  const password = decode(written);
  if (password === user) return false;
  // Hosts for documents: RFC 2606 §3.
  const isExample = /(?:^|\.)example(?:\.(?:com|net|org))?\.?$/i.test(host);
  return isExample ? looksRandom(password, 10) && isRealPassword(password) : isSecretPassword(password);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `curl -u user:password`, `-su user:'password'`, also in the lines after a `\`. */
const userOption =
  /\s(?:-[a-zA-Z]{0,8}u|--user|--proxy-user)(?:=|\s{0,5})(?:"([^"\n]{3,300})"|'([^'\n]{3,300})'|([\w.@-]{1,100}:["'][^"'\n]{3,300})|([^\s"'`<>]{3,300}))/dg;

function passwordsOfCurl(text: string): readonly Found[] {
  return [...text.matchAll(userOption)].flatMap((match) => {
    if (!/\bcurl\b/.test(text.slice(Math.max(0, match.index - 1000), match.index))) return [];
    const group = [1, 2, 3].find((index) => match[index] !== undefined) ?? 4;
    const { start, end, value } = groupAt(match, group);
    const colon = value.indexOf(':');
    const from = group === 3 ? colon + 2 : colon + 1;
    const [user, password] = [value.slice(0, colon), value.slice(from)];
    const isSecret = colon >= 0 && password !== user && isSecretPassword(password);
    return isSecret ? [found('a password of curl')({ start: start + from, end })] : [];
  });
}

/** `docker login -p PASSWORD`, `sshpass -p PASSWORD` */
const passwordOption = /\b(?:login|sshpass)\b[^\n|;&]{0,200}?\s-p[ =]["']?([^\s"'`<>]{8,300})/dg;

const passwordsOfLogins = (text: string): readonly Found[] =>
  values(text, passwordOption)
    .filter(({ value }) => isSecretPassword(value))
    .map(found('a password of a command'));

/** A line of `.netrc`: `machine as.example.com login reports password PASSWORD` */
const netrcLine = /\blogin[ \t]{1,5}[^\s"'`<>]{1,200}[ \t]{1,5}password[ \t]{1,5}([^\s"'`<>]{8,300})/dg;

const passwordsOfNetrc = (text: string): readonly Found[] =>
  values(text, netrcLine)
    .filter(({ value }) => isSecretPassword(value))
    .map(found('a password of .netrc'));

/** The URIs of authenticator apps: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
const otp = /\botpauth:\/\/[^\s"'<>]{0,500}?[?&]secret=([A-Z2-7]{16,200}={0,6})/dgi;

const otpSecrets = (text: string): readonly Found[] =>
  values(text, otp)
    .filter(({ value }) => entropy(value) >= 2.5 && !isStandIn(value))
    .map(found('a secret of one-time passwords', 'known'));

/** RFC 7518 §6.2.2, §6.3.2 and §6.4.1, RFC 8037 §2. Values in quotes may be broken over lines. */
const member =
  /(?<![\w"'-])["']?(?:dp|dq|qi|[dpqk])["']?\s{0,20}:\s{0,20}(?:"([A-Za-z0-9_\-\s]{20,3000})"|'([A-Za-z0-9_\-\s]{20,3000})'|([A-Za-z0-9_-]{20,2000})(?![\w-]))/dg;
const keyType = /\bkty\b["']?\s{0,20}:\s{0,20}["']?(\w{2,10})/gi;

/** A key is not longer: an RSA key of 16384 bits has 12,000 characters. */
const KEY_LENGTH = 13_000;

function privateMembers(text: string): readonly Found[] {
  const types = [...text.matchAll(keyType)].map(({ index }) => index);
  if (types.length === 0) return [];
  let next = 0;
  return [...text.matchAll(member)].flatMap((match) => {
    while (next < types.length && (types[next] ?? 0) < match.index) next += 1;
    const near = [types[next - 1], types[next]].some(
      (place) => place !== undefined && Math.abs(place - match.index) < KEY_LENGTH,
    );
    const group = [1, 2, 3].find((index) => match[index] !== undefined) ?? 3;
    const value = groupAt(match, group);
    const compact = value.value.replace(/\s/g, '');
    return near && compact.length >= 20 && entropy(compact) >= 3 && !isStandIn(compact)
      ? [found('a private member of a JWK', 'known')(value)]
      : [];
  });
}

/** `//registry.npmjs.org/:_authToken=…`; older tokens are UUIDs. */
const npmToken = /:_authToken\s{0,5}[=:]\s{0,5}["']?([\w-]{20,200})/dg;

const npmTokens = (text: string): readonly Found[] =>
  values(text, npmToken)
    .filter(({ value }) => entropy(value) >= 2.5 && !isStandIn(value))
    .map(found('an npm token', 'known'));
