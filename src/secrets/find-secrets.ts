/** Finds literal secrets in any text: a flow file, a template, a page. */
import type { Severity, Source } from '../source/index.js';
import { compactJwt, publishedSamples, secretFormats } from './formats.js';
import { guessSecrets } from './guessed.js';
import type { Stretch } from './guessed.js';
import { decodeJwt, expiredOn, isExample } from './jwt.js';

interface Secret extends Stretch {
  /** What it looks like: `a GitHub token`. */
  readonly type: string;
  /** error: a known form; warning: a guess, or a token that has expired; info: an example. */
  readonly severity: Severity;
}

export interface SecretOptions {
  /** Seconds since 1970; without it no token counts as expired. */
  readonly now?: number | undefined;
  /** Values that are not secrets, besides those in standards and vendors' documentation; matched exactly. */
  readonly samples?: readonly string[] | undefined;
}

/** Finds secrets in the order of the text. */
export function findSecrets(text: string, { now, samples = [] }: SecretOptions = {}): readonly Secret[] {
  const found: Secret[] = [];
  const isSample = (value: string): boolean => publishedSamples.has(value) || samples.includes(value);
  const add = (secret: Secret): void => {
    const { start, end } = secret;
    const overlaps = found.some((other) => start < other.end && other.start < end);
    if (!overlaps && !isSample(text.slice(start, end))) found.push(secret);
  };
  for (const { type, pattern, whole } of secretFormats)
    for (const match of text.matchAll(pattern))
      if (!isSketchedKey(match[0]) && !isCut(match, text, whole)) add({ ...stretchOf(match), type, severity: 'error' });
  for (const match of text.matchAll(compactJwt))
    if (!isCut(match, text, match[0].lastIndexOf('.') + SHORTEST_SIGNATURE))
      add({ ...stretchOf(match), ...judgeJwt(match[0], now) });
  for (const stretch of guessSecrets(text)) add({ ...stretch, type: 'a secret', severity: 'warning' });
  return found.sort((one, other) => one.start - other.start);
}

/** The signature of HS256: 32 octets in base64url. */
const SHORTEST_SIGNATURE = 43;

/** Whether dots replace the end of a token, and it is too short to be complete. */
const isCut = ({ 0: value, index }: RegExpExecArray, text: string, whole = 0): boolean =>
  value.length < whole && /(?:…|\.\.\.)$/.test(text.slice(index, index + value.length + 1));

/** Whether the lines between a key's first and last are replaced by dots or a placeholder. */
function isSketchedKey(value: string): boolean {
  const lines = value.split('\n').map((line) => line.trim());
  const letters = lines.filter((line) => /^[A-Za-z0-9+/=]+$/.test(line)).join('').length;
  return lines.some((line) => /^(?:\.\.\.|…|<[^<>]+>|\$\{\w+\})$|(?:\.\.\.|…)$/.test(line)) && letters < 150;
}

const stretchOf = (match: RegExpExecArray): Stretch => ({ start: match.index, end: match.index + match[0].length });

function judgeJwt(text: string, now: number | undefined): Pick<Secret, 'type' | 'severity'> {
  const jwt = decodeJwt(text);
  if (jwt && isExample(jwt)) return { type: 'a JWT of an example', severity: 'info' };
  const ended = jwt && expiredOn(jwt, now);
  return ended
    ? { type: `a JWT that expired on ${ended}`, severity: 'warning' }
    : { type: 'a live JWT', severity: 'error' };
}

const SHOWN = 4;

/** What messages may print of a secret: its first four characters. */
export const hint = (secret: string): string => `${secret.slice(0, SHOWN)}…`;

/** The same text at the same length, with each secret hidden except for its beginning: messages print lines of it. */
export const maskSecrets = (text: string): string => secretMasker(text)(text);

/** Hides the secrets of one text in any other text, even where their context would not reveal them. */
export function secretMasker(text: string): (other: string) => string {
  const known = valuesIn(text);
  return (other) => replaceSecrets(other, mask, known);
}

const mask = (secret: string): string => secret.slice(0, SHOWN) + secret.slice(SHOWN).replace(/[^\n]/g, '*');

/** The same text with each secret replaced by REDACTED, for output that is shared. */
export const redactSecrets = (text: string, options: SecretOptions = {}): string =>
  replaceSecrets(text, () => 'REDACTED', [], options);

/** The same file with its secrets replaced. */
export function redactSource(source: Source, options: SecretOptions = {}): Source {
  const text = redactSecrets(source.text, options);
  return text === source.text ? source : { ...source, text };
}

const valuesIn = (text: string, options: SecretOptions = {}): readonly string[] =>
  findSecrets(text, options).map(({ start, end }) => text.slice(start, end));

/** Replaces every occurrence, the longest secrets first, because one may be a part of another. */
function replaceSecrets(
  text: string,
  replace: (secret: string) => string,
  known: readonly string[],
  options: SecretOptions = {},
): string {
  const values = [...new Set([...known, ...valuesIn(text, options)])].sort((one, other) => other.length - one.length);
  return values.reduce((rest, value) => rest.replaceAll(value, () => replace(value)), text);
}
