/** Finds literal secrets in any text: a flow file, a template, a page. */
import type { Severity } from '../source/index.js';
import { findCredentials } from './credentials.js';
import { guessSecrets } from './guessed.js';
import { findJwts } from './jwt.js';
import { findOverBreaks } from './joined-lines.js';
import { findPrivateKeys } from './private-keys.js';
import { publishedSamples } from './published-samples.js';
import { findByRules } from './rule-set.js';
import type { Found, Stretch } from './stretch.js';
import { inSmallLetters, wordFinder } from './trigrams.js';
import { findByForms } from './vendor-forms.js';

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
  /** Whether passwords, and random values in places for data, are errors, too: in flow files and what belongs to them. Default: false. */
  readonly isStrict?: boolean | undefined;
}

/** Finds secrets in the order of the text. */
export function findSecrets(text: string, options: SecretOptions = {}): readonly Secret[] {
  const { now, samples = [], isStrict = false } = options;
  const shown = withoutPictures(text);
  const isSample = (value: string): boolean => publishedSamples.has(value) || samples.includes(value);
  const kept = withoutOverlaps(candidates(shown, now), shown.length).filter(
    ({ start, end }) => !isSample(shown.slice(start, end)),
  );
  return kept
    .map(({ start, end, type, kind }) => ({ start, end, type, severity: severityOf(kind, isStrict) }))
    .sort((one, other) => one.start - other.start);
}

function severityOf(kind: Found['kind'], isStrict: boolean): Severity {
  if (kind === 'example') return 'info';
  return kind === 'known' || (isStrict && (kind === 'credential' || kind === 'data')) ? 'error' : 'warning';
}

/** The most certain first. */
function candidates(text: string, now: number | undefined): readonly Found[] {
  const has = wordFinder(inSmallLetters(text));
  const findForms = (part: string): readonly Found[] => [
    ...findByForms(part, has),
    ...findJwts(part, now),
    ...findByRules(part, has),
  ];
  return [
    ...findPrivateKeys(text),
    ...findForms(text),
    ...findCredentials(text, has),
    ...guessSecrets(text, has),
    ...findOverBreaks(text, 'any', findForms),
    ...findOverBreaks(text, 'written', (part) => guessSecrets(part, has)),
  ];
}

/** Of those that overlap, the first. */
function withoutOverlaps(found: readonly Found[], length: number): readonly Found[] {
  if (found.length < 2) return found;
  const taken = new Uint8Array(length);
  return found.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
}

/** How pictures, fonts and PDFs begin in base64: they hold any letters. */
const magic = ['iVBORw0KGgo', '/9j/', 'R0lGOD', 'UklGR', 'PHN2Zy', 'JVBERi0', 'd09GM', 'AAABAA'];
const pictures = new RegExp(`(?:;base64,|(?<![\\w+/])(?=${magic.join('|')}))[A-Za-z0-9+/]{40,}={0,2}`, 'g');

/** Blanks take their place. */
const withoutPictures = (text: string): string =>
  text.includes(';base64,') || magic.some((letters) => text.includes(letters))
    ? text.replace(pictures, (found) => ' '.repeat(found.length))
    : text;
