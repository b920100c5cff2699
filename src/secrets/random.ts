/** Tells random values from words, identifiers and placeholders. */

/** Shannon entropy in bits per character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}

/** `${NAME}`, `<name>`, `{{name}}`, and dots for omitted text. */
export const placeholder = /\$\{\w+\}|<[^<>\s][^<>]*>|\{\{[^{}]*\}\}|\.\.\.|…/;

export const looksLikePlaceholder = (text: string): boolean => placeholder.test(text);

/** `ghp_xxxxxxxx`, `sk_test_****`, `AKIA…EXAMPLE`, `xoxb-your-token`: nobody takes them for real. */
const standIn =
  /([^\sA])\1{5}|[*•]{3}|\.{3}|…|example|redacted|placeholder|changeme|(?:^|[_\W])(?:your?|my|insert|replace|sample|dummy|fake|todo)(?:[_\W]|$)/i;

export const isStandIn = (value: string): boolean => looksLikePlaceholder(value) || standIn.test(value);

/** URLs, URNs, paths and UUIDs (RFC 9562) are identifiers, not secrets. */
const namesThing =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|urn:|\.|(?=\/).*\/[a-z]{3,12}(?:[/.]|$)|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$)/i;

/** `YOUR_API_TOKEN`, `your-client-secret`: words that stand for a value. */
const namesValue =
  /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?:[Yy]our|YOUR|[Ee]xample|[Ss]ample|[Rr]eplace|[Ii]nsert|[Dd]ummy|[Ff]ake)[_-][\w-]+)$/;

/** `$TOKEN`, `$(cat token)`, `%TOKEN%`, `@password@`, and hashes such as `$2b$10$…`. */
const namesVariable = /^\$|\$[{(]|^[%@][A-Za-z_]+[%@]$/;

/** What can be pronounced, but for the few words with more consonants in a row. */
const isWord = (letters: string): boolean =>
  /^[A-Z]{1,5}$/.test(letters) ||
  (/[aeiouy]/i.test(letters) && !/(?!ngth|ghts|ssph)[bcdfghjklmnpqrstvwxz]{4}/i.test(letters));

/** Four fifths of words, such as a name: `authorization-code-with-pkce-2026`, `accessTokenOfServer`. */
export function isWordy(value: string): boolean {
  // eslint-disable-next-line regexp/no-super-linear-move -- of several capitals before a small letter, all but the last match
  const words = (value.match(/[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{4,}(?![a-z])/g) ?? []).filter(isWord);
  return words.join('').length >= value.replace(/[^A-Za-z0-9]/g, '').length * 0.8;
}

/** Letters of both cases in no order, other than in `theNameOfAThing`. */
const isJumbled = (value: string): boolean =>
  /^[A-Za-z]{12,}$/.test(value) &&
  /[a-z][A-Z]/.test(value) &&
  !isWordy(value) &&
  (/[bcdfghjklmnpqrstvwxz]{5}/i.test(value) ||
    ((value.match(/[a-z][A-Z]/g)?.length ?? 0) >= value.length / 6 &&
      !/^[a-z]*(?:[A-Z][a-z]+)*[A-Z]{0,3}$/.test(value)));

/** RFC 4648 §6, as secrets of one-time passwords are written. */
const isBase32 = (value: string): boolean =>
  /^[A-Z2-7]{16,128}=*$/.test(value) && /\d/.test(value) && !isWordy(value) && entropy(value) >= 3;

/** How often letters follow digits, or digits letters. */
const changes = (value: string): number => value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;

const classesOf = (value: string): number =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((pattern) => pattern.test(value)).length;

const isIdentifier = (value: string): boolean =>
  namesThing.test(value) || namesValue.test(value) || namesVariable.test(value) || isStandIn(value) || isWordy(value);

/** In bits per character: English prose has about 4 over many lines, but a word of 20 letters stays below 3.5. */
const MINIMUM_ENTROPY = 3.5;

/** What a hash (MD5 to SHA-512) is printed as: many APIs identify things so. */
const isHash = (value: string): boolean =>
  /^[\da-f]+$/i.test(value) && [32, 40, 56, 64, 96, 128].includes(value.length);

/** A value of three kinds of characters in no order; `least`: its least length. */
export const looksRandom = (value: string, least = 20): boolean =>
  value.length >= least &&
  !isIdentifier(value) &&
  classesOf(value) >= 3 &&
  // A shorter value can't have as much.
  entropy(value) >= Math.min(MINIMUM_ENTROPY, Math.log2(value.length) * 0.8);

/** Letters of one case and digits in no order, but no hash. */
export const looksMixed = (value: string, least = 24): boolean =>
  value.length >= least && !isIdentifier(value) && !isHash(value) && changes(value) >= 4 && entropy(value) >= 3;

/** What only the name of a key makes a secret: a key in hexadecimal digits or base32, too. */
export const looksLikeKey = (value: string): boolean =>
  looksRandom(value, 16) ||
  looksMixed(value, 16) ||
  isBase32(value) ||
  (value.length >= 16 && isJumbled(value) && !isStandIn(value)) ||
  (value.length >= 32 && isHash(value) && !emptyHashes.has(value.toLowerCase()) && entropy(value) >= 2.8);

/** MD5, SHA-1 and SHA-256 of nothing. */
const emptyHashes: ReadonlySet<string> = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

/** As passwords in documents are written: `P@ssw0rd`, `s3cr3t`. */
const plainLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const usualWords =
  /pass(?:w(?:or)?d|phrase)?|secret|token|change|guest|admin|root|user|name|test|example|demo|foo|bar|letmein|hunter|qwerty|hello|welcome|default|sesame|battery|staple|postgres|mysql|redis|mongo|rabbit/i;

const isUsual = (password: string): boolean => {
  const plain = password.replace(/[013457@$!]/g, (sign) => plainLetters[sign] ?? '');
  const words = new RegExp(`(?:${usualWords.source})`, 'gi');
  return plain.replace(words, '').replace(/[^A-Za-z]/g, '').length <= 3 && usualWords.test(plain);
};

/** Whether somebody may have chosen a password, and did not only write it into a document. */
export const isRealPassword = (password: string): boolean =>
  password.length >= 8 &&
  !/\s|:$/.test(password) &&
  !isIdentifier(password) &&
  !isHash(password) &&
  !isUsual(password) &&
  (isJumbled(password) ||
    (!isWordy(password.replace(/\d{0,4}[!.?]?$/, '')) &&
      (classesOf(password) >= 3 || changes(password) >= 2) &&
      entropy(password) >= 2.5));
