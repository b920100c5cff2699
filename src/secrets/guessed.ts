/** Guesses secrets: values that look random, next to a name such as `client_secret`. */
import { isRealPassword, isWordy, looksLikeKey, looksMixed, looksRandom } from './random.js';
import { groupOf } from './stretch.js';
import type { Found } from './stretch.js';
import { inSmallLetters } from './trigrams.js';

/** How a value is judged: as a key, as a password that somebody chose, or as a token. */
type Judge = (value: string) => boolean;

/** How the names end that may name a secret, in small letters. */
const nameEnds = [
  ...['secret', 'key', 'token', 'mac', '_pat', '-pat', 'password', 'passwd', 'passphrase', 'passwort', 'pwd'],
  ...['assertion', 'verifier', 'code', 'credential', 'refresh', 'bearer', 'auth_req_id'],
];
/** What may follow: how the value is written. */
const suffix = /s?(?:[_-]?(?:base64|b64|hex|value|sha\d{1,3}))?/iy;

/** Names in any spelling: `clientSecret`, `CLIENT_SECRET`, `client secret`. */
const families: readonly { readonly names: RegExp; readonly isSecret: Judge }[] = [
  {
    names:
      /(?:secret|(?:private|signing|sign|encryption|hmac|master|api|access|secret|shared|account|storage|subscription|functions?|symmetric|session|cookie|hs\d{3})[_ -]?key|(?:auth|api|bot|deploy|personal|private|security|x-[a-z]{2,12})[_ -]?token|mac|[_-]pat)s?(?:[_-]?(?:base64|b64|hex|value|sha\d{1,3}))?$/i,
    isSecret: looksLikeKey,
  },
  {
    names: /(?:passw(?:or)?d|passphrase|passwort|(?<![a-z])pwd)$/i,
    isSecret: (value) => isRealPassword(value) || (!/^[\da-f]+$/i.test(value) && looksLikeKey(value)),
  },
  {
    names:
      /(?:(?:refresh|access|id|subject|actor|bearer|session)[_ -]?token|(?<![\w-])token|client[_-]?assertion|code[_-]?verifier|device[_-]?code|auth_req_id|credentials?|(?<![\w-])(?:code|assertion|refresh|bearer))$/i,
    isSecret: (value) => looksRandom(value) || looksMixed(value),
  },
];
const LONGEST_NAME = 40;

/** `name: value`, `"name": "value"`, `name=value`, `| name | value |`, `<name>value<`, `{ name: …, value: … }`, `name is value`. */
const between = [
  String.raw`["'\x60*]{0,3}\]?\s{0,20}(?::|=>?|\|)\s{0,60}(?:[&!][\w!]{1,40}\s{1,5})?(?:[>|][+-]?\d?\s{1,60})?`,
  String.raw`["'\x60]?\s{0,5},?\s{0,40}["']?value["']?\s{0,5}[:=]\s{0,20}`,
  String.raw`["'\x60*]{0,3}\s{1,5}(?:is|was)\s{1,5}`,
  '>',
].join('|');
const value = String.raw`(?:"([^"\s]{8,2000})"|'([^'\s]{8,2000})'|\x60([^\x60\s]{8,2000})\x60|["'\x60]?([^\s"'\x60&,;<>(){}[\]|]{8,2000}))`;
const valueAfter = new RegExp(`(?:${between})${value}`, 'dy');

/** `--client-secret VALUE` */
const option =
  /\s--?[\w-]{0,30}(?:secret|token|password|passwd|api-?key)(?:\s{1,5}|=)["']?([^\s"'`&,;<>(){}[\]|]{8,2000})/dgi;
const cookie = /\b(?:set-)?cookie["'`]?\s{0,20}[:=]\s{0,20}["'`]?[\w.-]{1,100}=([^\s;"'`]{20,4000})/dgi;
const session =
  /\b(?:set-)?cookie["'`]?\s{0,20}[:=]\s{0,20}["'`]?[\w.-]{0,60}(?:sess|sid|auth|token)[\w.-]{0,60}=([\da-f]{32,128})(?![\w-])/dgi;
const scheme = /\b(?:Bearer|DPoP|SSWS|GenieKey|GNAP)\s{1,20}([\w.~+/-]{20,4000}=*)/dg;
const otherScheme =
  /\bAuthorization["']?\s{0,5}[:=]\s{0,5}["']?(?:token|api-?key|key)\s{1,20}([\w.~+/-]{20,4000}=*)/dgi;

/** Finds values that look random next to a secret's name. */
export function guessSecrets(text: string, has: (word: string) => boolean): readonly Found[] {
  const isToken: Judge = (value) => looksRandom(value) || looksMixed(value, 20);
  const isAny: Judge = (value) => isToken(value) || looksLikeKey(value) || isRealPassword(value);
  return [
    ...besideNames(text),
    ...(has('--') ? guess(text, option, isAny) : []),
    ...(has('cookie') ? [...guess(text, cookie, isToken), ...guess(text, session, looksLikeKey)] : []),
    ...guess(text, scheme, isToken),
    ...(has('authorization') ? guess(text, otherScheme, isAny) : []),
  ];
}

function besideNames(text: string): readonly Found[] {
  const small = inSmallLetters(text);
  return nameEnds.flatMap((word) => {
    const found: Found[] = [];
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
      suffix.lastIndex = at + word.length;
      found.push(...besideName(text, suffix.lastIndex + (suffix.exec(text)?.[0].length ?? 0)));
    }
    return found;
  });
}

/** `end`: the end of the name. */
function besideName(text: string, end: number): readonly Found[] {
  // `token_type`, `code_challenge`
  if (/[\w.-]/.test(text.charAt(end))) return [];
  valueAfter.lastIndex = end;
  const match = valueAfter.exec(text);
  if (!match) return [];
  const before = text.slice(Math.max(0, end - LONGEST_NAME), end);
  return families.flatMap(({ names, isSecret }) => (names.test(before) ? judge(text, match, end, isSecret) : []));
}

const guess = (text: string, pattern: RegExp, isSecret: Judge): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => judge(text, match, match.index, isSecret));

/** Characters of a value that tell what it is: names may follow one another, each with the next ones in its value. */
const JUDGED = 300;

/** `inName`: an offset in or after the value's name. */
function judge(text: string, match: RegExpExecArray, inName: number, isSecret: Judge): readonly Found[] {
  const { start, end, value } = groupOf(match);
  if (!isSecret(value.slice(0, JUDGED)) || isCode(value, text.charAt(end)) || /[:{]$/.test(value)) return [];
  // An element whose name ends so: its text is no pair of its own.
  if (text.charAt(start - 1) === '>' && /[=:]/.test(value)) return [];
  return [{ start, end, type: 'a secret', kind: isData(text, inName) ? 'data' : 'words' }];
}

/** What code gets a value from: `process.env.API_KEY`, `response.body.access_token`, a call, an element. */
const isCode = (value: string, next: string): boolean =>
  /^(?:process\.env|import\.meta\.env|os\.environ|env|secrets|vars|config|settings)[?!]?\.[\w.]+/i.test(value) ||
  (/^[a-z_]\w*(?:[?!]?\.[a-z_]\w*)+[!;]?$/i.test(value) && value.split('.').every(isWordy)) ||
  ((next === '(' || next === '[' || value.endsWith('[')) && /^[a-z_][\w.?!]*$/i.test(value));

/** Whether a name is a key of a mapping, a header or a parameter: at the start of a line or of an item, or after `{ , ? &`. */
function isData(text: string, inName: number): boolean {
  const before = text.slice(Math.max(0, inName - 100), inName);
  // eslint-disable-next-line redos/no-vulnerable, regexp/no-super-linear-move -- of a hundred characters
  return /(?:^|[\n{,?&])\s*(?:-\s+)*["']?[\w.:/-]*$/.test(before);
}
