import { widthOf } from '../ascii/cells.js';

/** Columns as wide as their widest cell, two spaces between; numbers stand on the right. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...table.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ');
  return table.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function pad(cell: string, width: number): string {
  const space = ' '.repeat(width - widthOf(cell));
  return /^\d+$/.test(cell) ? space + cell : cell + space;
}
