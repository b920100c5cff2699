/** Writes a table in Markdown, whose cells show each text as it is. */
import { markdownDialect } from '../page/index.js';
import { inOneLine } from '../source/index.js';

/** `| A | B |`, with a line below. Headings are ours, and need no escape. */
export function printMarkdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => markdownDialect.cell([{ kind: 'text', text: inOneLine(text) }]);
  const lines = [headings, headings.map(() => '---'), ...rows.map((cells) => cells.map(cell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
