/** Hides secrets in texts that are printed or shared. */
import type { Source } from '../source/index.js';
import { findSecrets } from './find-secrets.js';
import type { SecretOptions } from './find-secrets.js';
import type { Stretch } from './stretch.js';

/** At most so many of a secret's first characters are shown, and at most a quarter of it. */
const SHOWN = 4;
const shownOf = (secret: string): number => Math.min(SHOWN, Math.floor(secret.length / 4));

/** What messages may print of a secret: its first characters. */
export const hint = (secret: string): string => `${secret.slice(0, shownOf(secret))}…`;

/** The same text at the same length, with each secret hidden except for its beginning: messages print lines of it. */
export const maskSecrets = (text: string): string => secretMasker(text)(text);

/** Hides the secrets of one text in any other text, even where their context would not reveal them. */
export function secretMasker(text: string): (other: string) => string {
  const known = valuesIn(text);
  return (other) => replaceSecrets(other, mask, known);
}

const mask = (secret: string): string => {
  const shown = shownOf(secret);
  return secret.slice(0, shown) + secret.slice(shown).replace(/[^\n]/g, '*');
};

/** The same text with each secret replaced by REDACTED, for output that is shared. */
export const redactSecrets = (text: string, options: SecretOptions = {}): string =>
  replaceSecrets(text, () => 'REDACTED', [], options);

/** The same file with its secrets replaced. */
export function redactSource(source: Source, options: SecretOptions = {}): Source {
  const text = redactSecrets(source.text, options);
  return text === source.text ? source : { ...source, text };
}

/** The same file at the same length, with all hidden that may be a secret: for what is copied from it into other files. */
export function maskSource(source: Source): Source {
  const found = findSecrets(source.text).filter(({ severity }) => severity !== 'info');
  if (found.length === 0) return source;
  return { ...source, text: replacePlaces(source.text, found, mask) };
}

/** What of a secret is looked for elsewhere: itself, its lines, and its lines in one. */
function valuesIn(text: string, options: SecretOptions = {}): readonly string[] {
  return findSecrets(text, options).flatMap(({ start, end }) => {
    const value = text.slice(start, end);
    const lines = value
      .split(/\\?\r?\n[ \t>#*|]*|\\n[ \t]*|<br\s*\/?>[ \t]*|["']\s*\+\s*["']/)
      .filter((line) => !line.startsWith('-----'));
    return lines.length === 1 ? [value] : [lines.join(''), lines.join(' '), ...lines];
  });
}

/** Shorter values are too usual to be looked for; so are shorter beginnings of values, which messages cut. */
const KEY = 6;
const BEGINNING = 12;

/** Replaces the secrets of a text, and every occurrence of known values and of their beginnings. */
function replaceSecrets(
  text: string,
  replace: (secret: string) => string,
  known: readonly string[],
  options: SecretOptions = {},
): string {
  const values = [...new Set([...known, ...valuesIn(text, options)])].filter((value) => value.length >= KEY);
  const places = [...findSecrets(text, options), ...occurrences(text, values)].sort(
    (one, other) => one.start - other.start,
  );
  return replacePlaces(text, places, replace);
}

/** `places`: by their start. */
function replacePlaces(text: string, places: readonly Stretch[], replace: (secret: string) => string): string {
  let [result, end] = ['', 0];
  for (const place of joinOverlaps(places)) {
    result += text.slice(end, place.start) + replace(text.slice(place.start, place.end));
    end = place.end;
  }
  return result + text.slice(end);
}

function joinOverlaps(places: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of places) {
    const last = joined.at(-1);
    if (last && start < last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

function occurrences(text: string, values: readonly string[]): readonly Stretch[] {
  if (values.length === 0) return [];
  const byKey = new Map<string, string[]>();
  for (const value of values) byKey.set(value.slice(0, KEY), [...(byKey.get(value.slice(0, KEY)) ?? []), value]);
  const found: Stretch[] = [];
  for (let start = 0; start + KEY <= text.length; start += 1) {
    const length = Math.max(
      0,
      ...(byKey.get(text.slice(start, start + KEY)) ?? []).map((value) => commonLength(text, start, value)),
    );
    if (length > 0) found.push({ start, end: start + length });
    start += Math.max(0, length - 1);
  }
  return found;
}

/** How much of a value stands at a place of a text; 0 if that is too little to reveal it. */
function commonLength(text: string, start: number, value: string): number {
  let length = KEY;
  while (length < value.length && text.charCodeAt(start + length) === value.charCodeAt(length)) length += 1;
  return length === value.length || length >= BEGINNING ? length : 0;
}
