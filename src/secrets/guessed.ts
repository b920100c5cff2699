/** Guesses secrets: long values that look random, next to a name such as `client_secret`. */
import { decodeBase64 } from '../source/index.js';

const names = [
  String.raw`(?<![A-Za-z0-9])(?:(?:client|consumer|app)[_-]?secret|client[_-]?assertion|refresh[_-]?token`,
  String.raw`|registration[_-]?access[_-]?token|access[_-]?token|id[_-]?token|subject[_-]?token|actor[_-]?token`,
  String.raw`|code[_-]?verifier|device[_-]?code|private[_-]?key|api[_-]?key|password)`,
  // Words that end other names.
  String.raw`|(?<![\w-])(?:code|assertion)`,
].join('');

/** `client_secret: "…"`, `"client_secret": "…"`, `client_secret=…`. */
const namedValue = new RegExp(
  String.raw`(?:${names})["'\x60]?\s*(?::|=>?)\s*["'\x60]?([^\s"'\x60&,;<>(){}[\]|]{20,})`,
  'gi',
);
const cookie = /\b(?:set-)?cookie["'`]?\s*[:=]\s*["'`]?[\w.-]+=([^\s;"'`]{20,})/gi;
const bearer = /\b(?:Bearer|DPoP)\s+([\w.~+/-]{20,}=*)/g;
const basic = /\bBasic\s+([A-Za-z0-9+/]{16,}={0,2})/g;

/** A part of a text: offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Finds values that look random next to a secret's name. */
export function guessSecrets(text: string): readonly Stretch[] {
  const direct = [namedValue, cookie, bearer].flatMap((pattern) =>
    groups(text, pattern).filter(({ value, end }) => looksRandom(value) && !isCode(value, text.charAt(end))),
  );
  return [...direct, ...groups(text, basic).filter(({ value }) => looksRandom(passwordIn(value)))];
}

const groups = (text: string, pattern: RegExp): readonly (Stretch & { readonly value: string })[] =>
  [...text.matchAll(pattern)].map(({ 0: whole, 1: value = '', index }) => {
    const end = index + whole.length;
    return { start: end - value.length, end, value };
  });

/** The password of HTTP Basic credentials (RFC 7617 §2), or the whole text where it is not such credentials. */
function passwordIn(credentials: string): string {
  const decoded = Array.from(decodeBase64(credentials), (byte) => String.fromCharCode(byte)).join('');
  return /^[\x20-\x7e]+:[\x20-\x7e]*$/.test(decoded) ? decoded.slice(decoded.indexOf(':') + 1) : credentials;
}

const MINIMUM_LENGTH = 20;
/** In bits per character: English prose has about 4 over many lines, but a word of 20 letters stays below 3.5. */
const MINIMUM_ENTROPY = 3.5;

/** URLs, URNs, paths and UUIDs (RFC 9562) are identifiers, not secrets. */
const namesThing = /^(?:[a-z][a-z0-9+.-]*:\/\/|urn:|[./]|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$)/i;

/** `YOUR_API_TOKEN`, `your-client-secret`: words that stand for a value. */
const namesValue =
  /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?:[Yy]our|YOUR|[Ee]xample|[Ss]ample|[Rr]eplace|[Ii]nsert|[Dd]ummy|[Ff]ake)[_-][\w-]+)$/;

/** What code gets a value from: `process.env.API_KEY`, `response.body.access_token`, a call, an element. */
const isCode = (value: string, next: string): boolean =>
  /^(?:process\.env|import\.meta\.env|os\.environ|env|secrets|vars|config|settings)\.[\w.]+$/i.test(value) ||
  /^[a-z_]+(?:\.[a-z_]+)+$/i.test(value) ||
  ((next === '(' || next === '[') && /^[a-z_][\w.]*$/i.test(value));

function looksRandom(value: string): boolean {
  if (value.length < MINIMUM_LENGTH || looksLikePlaceholder(value) || namesThing.test(value)) return false;
  if (namesValue.test(value)) return false;
  if (value.includes('$')) return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((pattern) => pattern.test(value)).length;
  return classes >= 3 && entropy(value) >= MINIMUM_ENTROPY;
}

/** Shannon entropy in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}

/** `${NAME}`, `<name>`, `{{name}}`, and dots for omitted text. */
export const placeholder = /\$\{\w+\}|<[^<>\s][^<>]*>|\{\{.*?\}\}|\.\.\.|…/s;

export const looksLikePlaceholder = (text: string): boolean => placeholder.test(text);
