/** Breaks a line that is too long: at spaces, then inside URLs, parameters and JSON, at last between any two characters. */
import { clustersOf, widthOf } from './cells.js';

/** Where a word may break, the best places first: after a host, before a path's segment or a parameter, after its name, inside a name. */
const breaks = [/\w+:\/\/[^?&/]+|[?&/]?[^?&/]+|[?&/]/g, /[^=,]+[=,]?|[=,]/g, /[^._-]+[._-]?|[._-]/g];

/** Pieces of a word, none wider than the room; those that fit stay whole. */
function piecesOf(word: string, room: number, level = 0): string[] {
  if (widthOf(word) <= room) return [word];
  const pattern = breaks[level];
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
