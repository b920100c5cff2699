/** Input texts, and places in them. */
import { countWhile } from './count-while.js';

/** One input file. `path` is printed in messages: relative to the working folder, with `/`; `<stdin>` for standard input. */
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
  const starts = lineStarts(source);
  const line = countWhile(starts, (start) => start <= offset);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/** The text of one line (from 1), without its line break. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const [start, next] = [starts[line - 1], starts[line]];
  if (start === undefined) return '';
  return source.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
}

/** The offsets at which each source's lines start. They are kept, because a file may have thousands of mistakes. */
const knownStarts = new WeakMap<Source, readonly number[]>();

function lineStarts(source: Source): readonly number[] {
  const known = knownStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (const { index } of source.text.matchAll(/\n|\r(?!\n)/g)) starts.push(index + 1);
  knownStarts.set(source, starts);
  return starts;
}
