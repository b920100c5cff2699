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

/** More marks than usual, so that the block can stand in an example. */
const DELIMITER = '======';

export const foldedBlock = ({ summary, text }: Description): string =>
  [`.${summary}`, '[%collapsible]', DELIMITER, text, DELIMITER].join('\n');
