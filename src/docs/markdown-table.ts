/** Tables of Markdown (GFM §4.10). */
import { widthOf } from '../text-diagram/index.js';

/** The first row names the columns; cells are inline Markdown. */
export const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  alignTable([head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));

/** Columns as wide as their widest cell. */
export function alignTable(table: string): string {
  const rows = table.trimEnd().split('\n').map(cellsOf);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row, index) => (index === 1 ? 3 : widthOf(row[column] ?? '')))),
  );
  const lines = rows.map((row, index) =>
    widths.map((width, column) => (index === 1 ? '-'.repeat(width) : pad(row[column] ?? '', width))),
  );
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + (table.endsWith('\n') ? '\n' : '');
}

export const cellsOf = (line: string): string[] =>
  line
    .trimEnd()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
