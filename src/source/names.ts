/** Finds the known name that an author probably meant, as words for a hint and as a fix. */
import { distance } from 'fastest-levenshtein';
import type { Diagnostic, Fix } from './diagnostic.js';
import type { Span } from './source.js';

/** `did you mean "AS"? ` if a known name is similar enough to be the one that was meant; otherwise ''. */
export function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === null ? '' : `did you mean ${JSON.stringify(nearest)}? `;
}

/** The known name that was probably meant, or null. Of a name with up to four letters, at most one may differ. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const other of known) {
    const edits = editsBetween(name, other);
    if (edits >= least || edits > allowedEdits(name, other)) continue;
    [nearest, least] = [other, edits];
  }
  return nearest;
}

const allowedEdits = ({ length: one }: string, { length: other }: string): number => {
  const longer = Math.max(one, other);
  return Math.min(longer <= 4 ? 1 : Math.round(longer * 0.4), Math.min(one, other) - 1);
};

/** `did you mean "AS"? participants are: U, B, AS`; of a long list, the nearest name alone. */
export function nearestOf(name: string, kind: string, known: readonly string[]): string {
  if (known.length > 12 && nearestName(name, known) !== null) return didYouMean(name, known).trim();
  const list = known.length === 0 ? 'none' : known.slice(0, LISTED).join(', ') + (known.length > LISTED ? ', …' : '');
  return `${didYouMean(name, known)}${kind} are: ${list}`;
}

/** More than any mapping has keys, so that only names that authors make up themselves are cut. */
const LISTED = 60;

/** The way out for an unknown name: {@link nearestOf} as its hint, and the nearest name as its fix. `span`: where the name stands. */
export function unknownName(
  name: string,
  kind: string,
  known: readonly string[],
  span: Span | undefined,
): Required<Pick<Diagnostic, 'hint'>> & Pick<Diagnostic, 'fixes'> {
  const fix = span && spellingFix(name, known, span);
  return { hint: nearestOf(name, kind, known), ...(fix && { fixes: [fix] }) };
}

/** The edit that writes the nearest known name; null where there is none, or where the file spells the name in another way. */
export function spellingFix(name: string, known: readonly string[], span: Span): Fix | null {
  const nearest = nearestName(name, known);
  const at = nearest === null ? null : placeOfName(name, span);
  if (nearest === null || at === null || !isPlainName(nearest)) return null;
  return {
    title: `write ${JSON.stringify(nearest)}`,
    edits: [{ span: at, text: nearest }],
    isSafe: isMisspelling(name, nearest, known),
  };
}

/** Whether a name is written alike in YAML, in quotes, and in the markup of documents. */
const isPlainName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+)*$/u.test(name);

/** Where the name itself stands: in quotes, or as a part of a quoted message. */
function placeOfName(name: string, span: Span): Span | null {
  const written = span.source.text.slice(span.start, span.end);
  const at = written.indexOf(name);
  const isPart = at > 0 && isNameLetter(written.charAt(at - 1));
  const isBegun = at !== -1 && isNameLetter(written.charAt(at + name.length));
  if (at === -1 || isPart || isBegun || written.includes(name, at + 1)) return null;
  return { ...span, start: span.start + at, end: span.start + at + name.length };
}

const isNameLetter = (letter: string): boolean => /[\p{L}\p{N}_-]/u.test(letter);

/**
 * Whether a name can only be a misspelling of the nearest one: they differ in case, `-`, `_` and blanks, or in one letter of at least
 * four, and no other name is as near. Names that differ in a digit (`client1`, `client2`) are different names.
 */
function isMisspelling(name: string, nearest: string, known: readonly string[]): boolean {
  const isAlone = (isNear: (other: string) => boolean): boolean =>
    isNear(nearest) && known.filter((other) => other !== nearest).every((other) => !isNear(other));
  if (digitsOf(name) !== digitsOf(nearest)) return false;
  if (isAlone((other) => bareName(other) === bareName(name))) return true;
  const isLong = Math.min(name.length, nearest.length) >= 4;
  return isLong && isAlone((other) => editsBetween(name, other) <= 1);
}

const digitsOf = (name: string): string => name.replace(/\P{N}/gu, '');
const bareName = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');

/** Letters to add, to remove or to replace; two neighbours in the wrong order count once. Case does not count. */
function editsBetween(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return areSwapped(a, b) ? 1 : distance(a, b);
}

function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  return a !== b && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
