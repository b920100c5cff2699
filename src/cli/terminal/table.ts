import { clustersOf, widthOf } from '../../text-diagram/index.js';

/** Columns are as wide as their widest cell, with two spaces between; numbers are right-aligned. The last is cut. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  terminal = Infinity,
): string {
  const table = cutLast([header, ...rows], terminal);
  const widths = header.map((_, column) => Math.max(...table.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ');
  return table.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/** The minimum width of the last column. */
const narrowest = 12;

function cutLast(table: readonly (readonly string[])[], terminal: number): readonly (readonly string[])[] {
  const last = (table[0]?.length ?? 0) - 1;
  const before = Array.from({ length: last }, (_, column) =>
    Math.max(...table.map((row) => widthOf(row[column] ?? ''))),
  );
  const room = Math.max(narrowest, terminal - before.reduce((sum, width) => sum + width + 2, 0));
  return table.map((row) => row.map((cell, column) => (column === last ? cut(cell, room) : cell)));
}

function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const { text: cluster } of clustersOf(text)) {
    if (widthOf(kept + cluster) >= room) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}

function pad(cell: string, width: number): string {
  const space = ' '.repeat(width - widthOf(cell));
  return /^\d+$/.test(cell) ? space + cell : cell + space;
}
