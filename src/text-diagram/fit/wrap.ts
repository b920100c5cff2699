/** Breaks a line that is too long: at spaces, then inside words. See pieces.ts. */
import type { Lines } from '../../model/index.js';
import { isPlain } from '../../source/index.js';
import { widthOf } from '../cells.js';
import { args, partWidths, piecesOf } from './pieces.js';

/** The minimum width of a row. */
export const shortestLine = 4;

/** The indentation of rows after the first, where a line has a name and a value, or is JSON. */
const valueHang = 2;

interface Word {
  readonly text: string;
  readonly width: number;
}

/** A line, ready to be broken at any width. */
export interface Breakable {
  readonly line: string;
  readonly width: number;
  readonly indent: number;
  /** The number or bullet before the first word, with its blanks: it stays with that word. */
  readonly lead: string;
  /** The cells by which further rows are indented. */
  readonly hang: number;
  readonly words: readonly Word[];
}

/** `1. `, `2a) `, `(3) `, `Step 4: `, `- `, `8. 8a. ` */
const leads = /^(?:(?:[-*•–]|\(\d{1,3}[a-z]?\)|(?:step )?\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]|step \d{1,3}:) +)+(?=\S)/i;
/** `scope=api`, `Content-Type: …`, `"aud": …`, a bracket of JSON. */
const structured = /^\s*(?:["{}[\]]|[\w.[\]-]+ ?[=:])/;
const wordsOf = new RegExp(`(?:(?<=\\w)${args}|[^ ])+`, 'g');

/** `hang`: the cells by which further rows are indented, where the line has no number of its own. */
export function breakable(line: string, hang = 0): Breakable {
  const body = line.trim();
  const [lead = ''] = leads.exec(body) ?? [];
  const words = body.slice(lead.length).match(wordsOf) ?? [''];
  return {
    line,
    width: widthOf(line),
    indent: isPlain(line) ? line.search(/[^ ]|$/) : (/^ */.exec(line)?.[0].length ?? 0),
    lead,
    hang: lead === '' ? hang : widthOf(lead),
    words: words.map((text) => ({ text, width: widthOf(text) })),
  };
}

/** The lines of a text that may be parameters, JSON or a list: then a wrapped line hangs, so that no value looks like a name. */
export function breakableNote(lines: Lines): readonly Breakable[] {
  const hang = lines.some((line) => structured.test(line)) ? valueHang : 0;
  return lines.map((line) => breakable(line, hang));
}

/**
 * The width of the longest row that has no break in its `kinds` kinds of places: see pieces.ts. `more`: the cells by which further
 * rows may be longer than the first.
 */
export function narrowestWidth({ width, indent, lead, hang, words }: Breakable, kinds: number, more = 0): number {
  const before = lead === '' ? 0 : hang;
  let longest = 0;
  for (const [index, { text }] of words.entries())
    for (const [part, partWidth] of partWidths(text, kinds).entries())
      longest = Math.max(longest, indent + partWidth + (index === 0 && part === 0 ? before : hang - more));
  return Math.min(width, Math.max(longest, lead === '' ? 0 : 2 * (indent + hang)));
}

interface Wrapped {
  readonly rows: readonly string[];
  /** The cost of breaks inside words, in rows. */
  readonly harm: number;
}

/**
 * Wraps to rows of at most `limit` cells (at least `shortestLine`); rows after the first have `more` cells. Indentation takes up to
 * half of a row.
 */
export function wrap(text: Breakable, limit: number, more = 0): Wrapped {
  if (text.width <= limit) return { rows: [text.line], harm: 0 };
  const half = Math.floor(limit / 2);
  const isLed = text.lead !== '' && text.indent + text.hang <= half;
  const indent = Math.min(text.indent, half);
  const hang = isLed || text.lead === '' ? Math.min(text.hang, half - indent) : 0;
  const room = limit - indent - hang;
  const words = isLed ? text.words : [...leadWords(text), ...text.words];
  const rows: string[] = [];
  const finish = (row: string): void => {
    const before = rows.length > 0 ? ' '.repeat(indent + hang) : ' '.repeat(indent) + (isLed ? text.lead : '');
    rows.push(before + row.trimEnd());
  };
  let [row, width, harm] = ['', 0, 0];
  for (const word of words) {
    const roomHere = rows.length > 0 ? room + more : isLed ? room : room + hang;
    const glue = row === '' ? '' : ' ';
    const fits = width + glue.length + word.width <= roomHere;
    for (const [index, piece] of (fits
      ? [{ ...word, harm: 0 }]
      : piecesOf(word.text, row === '' && rows.length === 0 ? room : room + more)
    ).entries()) {
      const before = index === 0 ? glue : '';
      const cells = before.length + piece.width;
      if (row !== '' && width + cells > (rows.length > 0 ? room + more : roomHere)) {
        finish(row);
        harm += piece.harm;
        [row, width] = [piece.text, piece.width];
      } else {
        row += before + piece.text;
        width += cells;
      }
    }
  }
  finish(row);
  return { rows, harm };
}

/** A number that would take most of each row is a word like the others. */
const leadWords = ({ lead }: Breakable): readonly Word[] =>
  lead
    .trim()
    .split(/ +/)
    .filter((word) => word !== '')
    .map((text) => ({ text, width: widthOf(text) }));

/** Wraps to as many rows of similar width, so that the last word is not alone. */
export function wrapEvenly(text: Breakable, limit: number, more = 0): readonly string[] {
  const { rows, harm } = wrap(text, limit, more);
  if (rows.length === 1) return rows;
  for (let even = Math.max(shortestLine, Math.ceil(text.width / rows.length) - more); even < limit; even += 1) {
    const tried = wrap(text, even, more);
    if (tried.rows.length <= rows.length && tried.harm <= harm) return tried.rows;
  }
  return rows;
}

export const wrapLine = (line: string, limit: number): readonly string[] => wrap(breakable(line), limit).rows;

/** `hang`: the cells before the text of the first line, by which the other lines are indented. */
export function wrapHanging(line: string, width: number, hang = 2): string[] {
  const [first = '', ...rest] = widthOf(line) <= width ? [line] : wrapLine(line, width - hang);
  return [first, ...rest.map((row) => ' '.repeat(hang) + row.trimStart())];
}
