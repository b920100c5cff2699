/** A text that authflow reads, and places in it. */

/** One input file. `path` is what messages print: relative to the working folder, with `/`; `<stdin>` for standard input. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A place in a source: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Line and column, both from 1; columns count UTF-16 units, as editors and SARIF do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(source: Source, offset: number): Position {
  const before = source.text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}

/** The text of one line (from 1), without its line break. */
export function lineText(source: Source, line: number): string {
  return (source.text.split('\n', line)[line - 1] ?? '').replace(/\r$/, '');
}
