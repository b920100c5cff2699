/** A part of a source with pieces left out, in which every character keeps its place: for example a diagram in a quoted list. */
import { countWhile } from '../source/index.js';
import type { Source, Span } from '../source/index.js';

export interface Passage {
  readonly source: Source;
  readonly text: string;
  /** In order, without gaps in `text`. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  /** Its start in the passage's text, and in the source. */
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

/** Offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const wholeOf = (source: Source): Passage => ({
  source,
  text: source.text,
  pieces: [{ at: 0, start: 0, length: source.text.length }],
});

/** The passage's parts in `ranges`, which are in order and don't overlap. */
export function keepRanges(passage: Passage, ranges: readonly Range[]): Passage {
  const pieces: Piece[] = [];
  let [at, next] = [0, 0];
  for (const range of ranges) {
    for (; ; next += 1) {
      const piece = passage.pieces[next];
      if (!piece || piece.at >= range.end) break;
      const from = Math.max(range.start, piece.at);
      const length = Math.min(range.end, piece.at + piece.length) - from;
      if (length > 0) {
        pieces.push({ at, start: piece.start + from - piece.at, length });
        at += length;
      }
      // The rest of the piece may be in the next range.
      if (piece.at + piece.length > range.end) break;
    }
  }
  const text = ranges.map(({ start, end }) => passage.text.slice(start, end)).join('');
  return { source: passage.source, text, pieces };
}

/** The passage without `ranges`. */
export function removeRanges(passage: Passage, ranges: readonly Range[]): Passage {
  const starts = [0, ...ranges.map(({ end }) => end)];
  const ends = [...ranges.map(({ start }) => start), passage.text.length];
  const kept = starts.map((start, index) => ({ start, end: ends[index] ?? start }));
  return keepRanges(
    passage,
    kept.filter(({ start, end }) => end > start),
  );
}

/** Every match of a global expression. */
export const rangesOf = (text: string, expression: RegExp): readonly Range[] =>
  [...text.matchAll(expression)].map(({ index, 0: match }) => ({ start: index, end: index + match.length }));

/** Maps an offset in the passage to the source. */
export function offsetInSource({ pieces, source }: Passage, offset: number): number {
  const piece = pieces[Math.max(0, countWhile(pieces, ({ at }) => at <= offset) - 1)];
  return piece ? piece.start + Math.min(offset - piece.at, piece.length) : source.text.length;
}

/** The offsets at which a passage's lines start: they are asked for again and again. */
const knownStarts = new WeakMap<Passage, readonly number[]>();

function lineStartsOf(passage: Passage): readonly number[] {
  const known = knownStarts.get(passage);
  if (known) return known;
  const starts = [0, ...Array.from(passage.text.matchAll(/\n/g), ({ index }) => index + 1)];
  knownStarts.set(passage, starts);
  return starts;
}

/** The offset of a line's first character; lines count from 0. Of a line that is not there, that of the last. */
export function lineStart(passage: Passage, line: number): number {
  const starts = lineStartsOf(passage);
  return starts[Math.min(line, starts.length - 1)] ?? 0;
}

/** The line at `offset`, without white space around it. */
export function lineSpan(passage: Passage, offset: number): Span {
  const { text, source } = passage;
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', from);
  const line = text.slice(from, feed === -1 ? text.length : feed);
  const start = from + line.length - line.trimStart().length;
  const last = from + line.trimEnd().length - 1;
  const first = offsetInSource(passage, start);
  return {
    source,
    start: first,
    end: Math.max(first, offsetInSource(passage, Math.max(last, start)) + (last >= start ? 1 : 0)),
  };
}
