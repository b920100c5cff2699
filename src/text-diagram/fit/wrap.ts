/** Breaks a line that is too long: at spaces, then inside URLs, parameters and JSON, and finally between any two characters. */
import { clustersOf, widthOf } from '../cells.js';
import { splitIdeographs } from './ideographs.js';

// A placeholder, an escaped byte and the slashes before a host count as single characters.
const whole = String.raw`\$?\{\w+\}|<\w[\w ]*>|%[\dA-Fa-f]{2}|:\/\/`;
const before = (marks: string): RegExp => new RegExp(`[${marks}]?(?:${whole}|[^${marks}])+|[${marks}]`, 'g');
const after = (marks: string): RegExp => new RegExp(`(?:${whole}|[^${marks}])+[${marks}]?|[${marks}]`, 'g');

/**
 * Where a word may break, the best places first: before a path's segment or a parameter, after its name, inside a name, inside
 * a placeholder's name.
 */
const marks = [before('?&/'), after('=,'), after('._-'), /[^_]+_?|_/g];

/** The cost of a break at such a place, in rows of the diagram. */
const harms = [0.2, 0.4, 0.8, 1.5];
/** The cost of a break anywhere else: in a readable word, or in a token that nobody reads. */
const harmIn = { word: 10, token: 1 };
const longestWord = 24;

/** A part of a word, and the cost of a row that ends before it. */
interface Piece {
  readonly text: string;
  readonly harm: number;
}

/** Splits a word into pieces no wider than the room; parts that fit stay whole. `harm`: the cost of a break before the word. */
function piecesOf(word: string, room: number): readonly Piece[] {
  return splitIdeographs(word).flatMap((part) => breakPart(part, room));
}

function breakPart(word: string, room: number, harm = 0, level = 0): readonly Piece[] {
  if (widthOf(word) <= room) return [{ text: word, harm }];
  const pattern = marks[level];
  const parts = pattern ? Array.from(word.matchAll(pattern), ([part]) => part) : null;
  if (!parts) return chop(word, room, harm);
  return parts.flatMap((part, index) => breakPart(part, room, index === 0 ? harm : (harms[level] ?? 0), level + 1));
}

const inseparable = /(%[\dA-Fa-f]{2}|\/\/)/;

/** Splits into pieces of similar width: `meta` and `data`, not `metadat` and `a`. */
function chop(word: string, room: number, harm: number): readonly Piece[] {
  const units = word
    .split(inseparable)
    .flatMap((part, index) =>
      index % 2 === 1 && part.length <= room ? [{ text: part, width: part.length }] : clustersOf(part),
    );
  const width = widthOf(word);
  const inside = width > longestWord ? harmIn.token : harmIn.word;
  const share = Math.ceil(width / Math.ceil(width / room));
  const pieces: Piece[] = [];
  let piece = { text: '', width: 0, harm };
  for (const unit of units) {
    if (piece.width > 0 && piece.width + unit.width > share) {
      pieces.push(piece);
      piece = { text: '', width: 0, harm: inside };
    }
    piece = { ...piece, text: piece.text + unit.text, width: piece.width + unit.width };
  }
  return [...pieces, piece];
}

/** Words of up to this length are broken only if there is no other way. */
const wholeWord = 7;

/** The minimum width that lines are wrapped to. */
export const narrowestLine = 7;

/**
 * The width of the longest piece that is not broken: `breaks` 0 keeps words whole, 1 to 4 break them at that many kinds of
 * places, 5 anywhere.
 */
export function longestPiece(line: string, breaks: number): number {
  const most = breaks > marks.length ? wholeWord : Infinity;
  const indent = line.search(/\S|$/);
  return line
    .trim()
    .split(/ +/)
    .flatMap(splitIdeographs)
    .flatMap((part) => partsOf(part, breaks))
    .reduce((longest, part) => Math.max(longest, indent + Math.min(most, widthOf(part))), 0);
}

/** Splits a word into the smallest parts of its first `breaks` levels. */
function partsOf(word: string, breaks: number): string[] {
  return marks
    .slice(0, breaks)
    .reduce<string[]>(
      (parts, pattern) => parts.flatMap((part) => Array.from(part.matchAll(pattern), ([one]) => one)),
      [word],
    );
}

/** `hang`: the cells before the text of the first line, by which the other lines are indented. */
export function wrapHanging(line: string, width: number, hang = 2): string[] {
  const [first = '', ...rest] = widthOf(line) <= width ? [line] : wrapLine(line, width - hang);
  return [first, ...rest.map((row) => ' '.repeat(hang) + row.trimStart())];
}

interface Wrapped {
  readonly rows: readonly string[];
  /** The cost of breaks inside words, in rows. */
  readonly harm: number;
}

/** The minimum width of a line. */
export const shortestLine = 4;

/** Wraps to rows of at most `limit` cells (at least `shortestLine`). The indentation is repeated, up to half of a row. */
export function wrap(line: string, limit: number): Wrapped {
  if (widthOf(line) <= limit) return { rows: [line], harm: 0 };
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, Math.floor(limit / 2));
  const room = limit - indent.length;
  const rows: string[] = [];
  let [row, width, harm] = ['', 0, 0];
  for (const word of line.trim().split(/ +/))
    for (const [index, piece] of piecesOf(word, room).entries()) {
      const glue = index === 0 && row !== '' ? ' ' : '';
      const more = glue.length + widthOf(piece.text);
      if (row !== '' && width + more > room) {
        rows.push(indent + row);
        harm += piece.harm;
        [row, width] = [piece.text, widthOf(piece.text)];
      } else {
        row += glue + piece.text;
        width += more;
      }
    }
  return { rows: [...rows, indent + row], harm };
}

/** Wraps to as many rows of similar width, so that the last word is not alone. */
export function wrapEvenly(line: string, limit: number): readonly string[] {
  const { rows, harm } = wrap(line, limit);
  if (rows.length === 1) return rows;
  for (let even = Math.max(shortestLine, Math.ceil(widthOf(line) / rows.length)); even < limit; even += 1) {
    const tried = wrap(line, even);
    if (tried.rows.length <= rows.length && tried.harm <= harm) return tried.rows;
  }
  return rows;
}

export const wrapLine = (line: string, limit: number): readonly string[] => wrap(line, limit).rows;
