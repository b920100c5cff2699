/** Literal secrets in any text: a flow file, a template, a page. */
import type { Severity } from '../../diagnostic.js';
import type { Source } from '../../source.js';
import { compactJwt, publishedSamples, secretFormats } from './formats.js';
import { guessSecrets } from './guessed.js';
import type { Stretch } from './guessed.js';
import { decodeJwt, expiredOn, isExample } from './jwt.js';

export interface Secret extends Stretch {
  /** What it is taken for: `a GitHub token`. */
  readonly type: string;
  /** error: a known form; warning: a guess, or a token that has expired; info: an example. */
  readonly severity: Severity;
}

/** In the order in which they stand. `now` in seconds since 1970; without it no token is taken for expired. */
export function findSecrets(text: string, now: number | null = null): readonly Secret[] {
  const found: Secret[] = [];
  const add = (secret: Secret): void => {
    const { start, end } = secret;
    const overlaps = found.some((other) => start < other.end && other.start < end);
    if (!overlaps && !publishedSamples.has(text.slice(start, end)) && !isAbridged(text.slice(start, end + 3)))
      found.push(secret);
  };
  for (const { type, pattern } of secretFormats)
    for (const match of text.matchAll(pattern)) add({ ...stretchOf(match), type, severity: 'error' });
  for (const match of text.matchAll(compactJwt)) add({ ...stretchOf(match), ...judgeJwt(match[0], now) });
  for (const stretch of guessSecrets(text)) add({ ...stretch, type: 'a secret', severity: 'warning' });
  return found.sort((one, other) => one.start - other.start);
}

/** A token or a key whose middle or end is left out is none. */
const isAbridged = (text: string): boolean => /…|\.\.\.$|\n\s*(?:\.\.\.|<[^<>\n]+>|\$\{\w+\})\s*\n/.test(text);

const stretchOf = (match: RegExpExecArray): Stretch => ({ start: match.index, end: match.index + match[0].length });

function judgeJwt(text: string, now: number | null): Pick<Secret, 'type' | 'severity'> {
  const jwt = decodeJwt(text);
  if (jwt && isExample(jwt)) return { type: 'a JWT of an example', severity: 'info' };
  const ended = jwt && expiredOn(jwt, now);
  return ended
    ? { type: `a JWT that expired on ${ended}`, severity: 'warning' }
    : { type: 'a live JWT', severity: 'error' };
}

const SHOWN = 4;

/** A secret as messages may print it: its first four characters. */
export const hint = (secret: string): string => `${secret.slice(0, SHOWN)}…`;

/** The same text, of the same length, with all but the beginning of each secret hidden: messages print its lines. */
export function maskSecrets(text: string): string {
  return replaceSecrets(text, (secret) => secret.slice(0, SHOWN) + secret.slice(SHOWN).replace(/[^\n]/g, '*'));
}

/** The same text with the word REDACTED for each secret, for output that leaves the house. */
export const redactSecrets = (text: string): string => replaceSecrets(text, () => 'REDACTED');

/** The same file without its secrets. */
export function redactSource(source: Source): Source {
  const text = redactSecrets(source.text);
  return text === source.text ? source : { ...source, text };
}

function replaceSecrets(text: string, replace: (secret: string) => string): string {
  let from = 0;
  const pieces = findSecrets(text).map(({ start, end }) => {
    const piece = text.slice(from, start) + replace(text.slice(start, end));
    from = end;
    return piece;
  });
  return pieces.join('') + text.slice(from);
}

/** A source whose lines may be printed; the same one where it holds no secret. */
export function maskSource(source: Source): Source {
  const text = maskSecrets(source.text);
  return text === source.text ? source : { ...source, text };
}
