/** Applies the edits of fixes to a text. */
import type { Edit } from './diagnostic.js';

/** Whether two edits change the same place of a file. Two texts at one point have no order, so they count too. */
export const doOverlap = ({ span: a }: Edit, { span: b }: Edit): boolean =>
  a.source.path === b.source.path && (a.start === b.start || (a.start < b.end && b.start < a.end));

/** The text with edits that do not overlap; nothing else of it changes. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
  let at = 0;
  let edited = '';
  for (const { span, text: written } of sorted) {
    edited += text.slice(at, span.start) + written;
    at = span.end;
  }
  return edited + text.slice(at);
}
