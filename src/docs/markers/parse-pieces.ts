/**
 * Parses a document in pieces. The parser's time grows with the square of the quotes, lists and lines that it is given at once, so it
 * is given a few thousand characters; the places between them are those where every quote and list has ended.
 */
import { parse, postprocess, preprocess } from 'micromark';
import type { Event, Extension } from 'micromark-util-types';
import { Refusal } from './refusal.js';

export interface ParsedPiece {
  readonly text: string;
  /** Its offset in the whole text. */
  readonly start: number;
  /** Their offsets are in the piece. */
  readonly events: readonly Event[];
}

/** Characters of a piece, at least. */
const SIZE = 4000;

interface PieceOptions {
  readonly extensions: Extension[];
  /** For what may stand at the beginning only. */
  readonly atStart: Extension[];
}

/** Throws what the parser throws about the whole text. */
export function* parsePieces(text: string, { extensions, atStart }: PieceOptions): Generator<ParsedPiece> {
  const ends = pieceEnds(text);
  let [start, size, next] = [0, Math.max(SIZE, frontLength(text)), 0];
  while (start < text.length) {
    while ((ends[next] ?? Infinity) < start + size) next += 1;
    const end = ends[next] ?? text.length;
    const isLast = end === text.length;
    const piece = text.slice(start, end);
    const events = parsePiece(piece, start === 0 ? [...extensions, ...atStart] : extensions, { start, isLast });
    if (events && (isLast || !isOpen(events, piece))) {
      yield { text: piece, start, events };
      [start, size] = [end, SIZE];
    } else {
      // Code, HTML or an expression of MDX goes on: twice as much costs no more than all attempts before.
      size = 2 * (end - start);
    }
  }
}

/** Below a blank line, at a line without indentation. */
const pieceEnds = (text: string): readonly number[] =>
  Array.from(text.matchAll(/\n[ \t]*\r?\n(?=\S)/g), ({ index, 0: { length } }) => index + length);

function frontLength(text: string): number {
  return text.startsWith('---') ? text.indexOf('\n---', '---'.length) + '\n---'.length : 0;
}

/** `start`: of the piece. Null for one that may only fail because it is cut. */
function parsePiece(
  text: string,
  extensions: Extension[],
  { start, isLast }: { readonly start: number; readonly isLast: boolean },
): readonly Event[] | null {
  try {
    return postprocess(
      parse({ extensions })
        .document()
        .write(preprocess()(text, undefined, true)),
    );
  } catch (error) {
    if (!isLast && !(error instanceof Refusal)) return null;
    throw start === 0 ? error : moved(error, start);
  }
}

/** The parser's errors have a `place`, which is a point or a position. */
function moved(error: unknown, by: number): unknown {
  if (!(error instanceof Error && 'place' in error)) return error;
  const { place } = error as { readonly place?: { offset?: number; start?: { offset?: number } } };
  const point = place?.start ?? place;
  if (point?.offset !== undefined) point.offset += by;
  return error;
}

const blocks = new Set(['blockQuote', 'listOrdered', 'listUnordered', 'codeFenced', 'htmlFlow', 'content']);

/** Whether the last block of a piece is code or HTML that may go on behind it. What is in a quote or a list ends with that. */
function isOpen(events: readonly Event[], piece: string): boolean {
  const last = events.findLastIndex(([phase, { type }]) => phase === 'exit' && blocks.has(type));
  const token = events[last]?.[1];
  if (token?.type === 'htmlFlow') return token.end.offset > piece.trimEnd().length;
  if (token?.type !== 'codeFenced') return false;
  const first = events.findLastIndex(([, other], index) => index < last && other === token);
  const inside = events.slice(first, last);
  return inside.filter(([phase, { type }]) => phase === 'enter' && type === 'codeFencedFence').length < 2;
}
