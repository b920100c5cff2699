/** Finds what git leaves in a file that two branches changed at the same place (git-merge(1), "How conflicts are presented"). */
import type { Diagnostic } from './diagnostic.js';
import type { Source, Span } from './source.js';

/** Both sides between their marks; with `merge.conflictStyle` diff3, the base too. */
const marks = [/^<{7}(?: [^\n]*)?$/gm, /^={7}\r?$/gm, /^>{7}(?: [^\n]*)?\r?$/gm];

/** The first mark of the first conflict; null where there is none. */
export function findMergeConflict(source: Source): Span | null {
  if (!source.text.includes('<<<<<<<')) return null;
  let begin: Span | null = null;
  let from = 0;
  // Where a mark is missing behind the first of those before it, it is missing behind all of them.
  for (const mark of marks) {
    mark.lastIndex = from;
    const found = mark.exec(source.text);
    if (!found) return null;
    from = found.index + found[0].length;
    begin ??= { source, start: found.index, end: found.index + found[0].trimEnd().length };
  }
  return begin;
}

/** `hint`: the way out; default: to resolve it by hand. */
export const mergeConflict = (span: Span, hint = resolveByHand): Diagnostic => ({
  code: 'merge-conflict',
  severity: 'error',
  message: 'a merge conflict is not resolved here',
  span,
  hint,
});

const resolveByHand =
  'keep one of the two sides, or both, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>';
