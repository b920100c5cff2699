/** Writes CSV for spreadsheet programs. */

/** Without it, Excel takes UTF-8 for the system's own encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * RFC 4180, with a header. Lines end with LF, not CRLF: every program reads that, and git compares it line by line. A cell that a
 * program would take for a formula begins with an apostrophe, which spreadsheet programs show as a text.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function printCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

/**
 * Also behind blanks, which some programs drop; and in the full-width forms of East Asian keyboards, which some take for the others.
 * A tab and a line break begin a cell in some programs.
 */
const formula = /^[\t\n\r]|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

function cell(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const safe = formula.test(lines) ? `'${lines}` : lines;
  // Where a decimal is written with a comma, programs split cells at semicolons.
  return /[",;\n\t]|^'|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
