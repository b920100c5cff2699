/** Folds a description under a picture, in HTML, in JSX or in AsciiDoc. */
import type { Description } from './cited-flow.js';

/**
 * Blank lines make Markdown of what is inside (CommonMark §4.6); kramdown and Python-Markdown want an attribute for it, which
 * GitHub takes away. Where HTML is left out, the description remains.
 */
export function foldedDetails({ summary, text }: Description, isMdx: boolean): string {
  // Prettier moves the second line of JSX that is not closed.
  const open = isMdx ? '<details>\n' : '<details markdown="1">';
  return [`${open}\n<summary>${summary}</summary>`, text, '</details>'].join('\n\n');
}

/** The fewest marks of a folded block in AsciiDoc: more than usual. */
const LEAST_MARKS = 6;

/**
 * The number of marks that delimit a folded block: more than any example around it has, since a line of as many would end that.
 *
 * @param around the parts of the document that are not ours
 */
export function foldMarks(around: readonly string[]): number {
  const examples = around.flatMap((text) => text.match(/^={4,}(?=[ \t]*\r?$)/gm) ?? []);
  return Math.max(LEAST_MARKS, ...examples.map(({ length }) => length + 1));
}

export function foldedBlock({ summary, text }: Description, marks: number): string {
  const delimiter = '='.repeat(marks);
  return [`.${summary}`, '[%collapsible]', delimiter, text, delimiter].join('\n');
}
