/** Breaks a line that is too long: at spaces, then inside URLs, parameters and JSON, at last between any two characters. */
import { clustersOf, widthOf } from './cells.js';

/** Where a word may break, the best places first: after a host, before a path's segment or a parameter, after its name, inside a name. */
const marks = [/\w+:\/\/[^?&/]+|[?&/]?[^?&/]+|[?&/]/g, /[^=,]+[=,]?|[=,]/g, /[^._-]+[._-]?|[._-]/g];

/** Pieces of a word, none wider than the room; those that fit stay whole. */
function piecesOf(word: string, room: number, level = 0): string[] {
  if (widthOf(word) <= room) return [word];
  const pattern = marks[level];
  if (!pattern) return chop(word, room);
  return Array.from(word.matchAll(pattern), ([piece]) => piecesOf(piece, room, level + 1)).flat();
}

function chop(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const cluster of clustersOf(word)) {
    if (width > 0 && width + cluster.width > room) {
      pieces.push(piece);
      [piece, width] = ['', 0];
    }
    piece += cluster.text;
    width += cluster.width;
  }
  return [...pieces, piece];
}

/** Words no longer than this break nowhere, as long as there is any other way. */
const wholeWord = 7;

/** No line is asked to be narrower. */
export const narrowestLine = 7;

/**
 * Cells of the longest piece that does not break: `breaks` 0 keeps words whole, 1 to 3 break them at so many kinds of places,
 * 4 anywhere. Not looked for in lines that are no wider than `known`.
 */
export function longestPiece(line: string, breaks: number, known: number): number {
  if (widthOf(line) <= known) return 0;
  const most = breaks > marks.length ? wholeWord : Infinity;
  const indent = line.search(/\S|$/);
  return line
    .trim()
    .split(/ +/)
    .flatMap((word) => (widthOf(word) <= known ? [] : partsOf(word, breaks)))

    .reduce((longest, part) => Math.max(longest, indent + Math.min(most, widthOf(part))), 0);
}

/** A word in the smallest parts of its first `breaks` levels. */
function partsOf(word: string, breaks: number): string[] {
  return marks
    .slice(0, breaks)
    .reduce<string[]>(
      (parts, pattern) => parts.flatMap((part) => Array.from(part.matchAll(pattern), ([one]) => one)),
      [word],
    );
}

/** `hang`: cells before the text of the first line, which the others leave blank. */
export function wrapHanging(line: string, width: number, hang = 2): string[] {
  const [first = '', ...rest] = widthOf(line) <= width ? [line] : wrapLine(line, width - hang);
  return [first, ...rest.map((row) => ' '.repeat(hang) + row.trimStart())];
}

/** Every line fits `limit` cells, which is at least 4; the indentation is repeated as far as it leaves half of them. */
export function wrapLine(line: string, limit: number): string[] {
  if (widthOf(line) <= limit) return [line];
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, Math.floor(limit / 2));
  const room = limit - indent.length;
  const rows: string[] = [];
  let row = '';
  let width = 0;
  for (const word of line.trim().split(/ +/))
    for (const [index, piece] of piecesOf(word, room).entries()) {
      const glue = index === 0 && row !== '' ? ' ' : '';
      const more = glue.length + widthOf(piece);
      if (row !== '' && width + more > room) {
        rows.push(indent + row);
        [row, width] = [piece, widthOf(piece)];
      } else {
        row += glue + piece;
        width += more;
      }
    }
  return [...rows, indent + row];
}
