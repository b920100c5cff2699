/**
 * A text diagram read back as a grid of grapheme cells, and what the reader has found in it. Every element that is found
 * claims its cells: a text its characters, a line the arms of the cells it runs through. In the end each cell must show
 * exactly what was claimed: so nothing is missing, left over, cut, overlapping or badly joined.
 */
import stringWidth from 'string-width';
import { arm, weight as weights, type Glyphs, type Weight } from '../../../src/text-diagram/glyphs.js';
import type { Line } from '../../../src/text-diagram/measure/lines.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Bidi controls stand in no cell; those of a label may end up on either side of its first one.
const bidiControls = /\p{Bidi_Control}/gu;

/** Thrown where a reader can't go on; the message is the finding. */
export class Unreadable extends Error {}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class Page {
  readonly findings: string[] = [];
  readonly height: number;
  readonly width: number;
  readonly #cells: readonly (readonly string[])[];
  /** Claims, by cell: a character of a text, a sum of arms, a weight, and whether it keeps blank. */
  readonly #texts: (string | undefined)[];
  readonly #arms: Uint8Array;
  readonly #weights: Uint8Array;
  readonly #blanks: Uint8Array;
  /** Cells whose text stands on a line, which goes on under it. */
  readonly #marks = new Set<number>();

  constructor(
    text: string,
    readonly glyphs: Glyphs,
  ) {
    if (!text.endsWith('\n')) this.find('no line break at the end');
    if (/[^\S\n \u00a0\u3000\ufeff]/.test(text)) this.find('white space other than spaces and line feeds');
    const rows = text.replaceAll(bidiControls, '').split('\n').slice(0, -1);
    for (const [row, line] of rows.entries()) if (/\s$/.test(line)) this.find(`row ${row} ends in white space`);
    this.#cells = rows.map(cellsOf);
    this.height = rows.length;
    this.width = Math.max(0, ...this.#cells.map((row) => row.length));
    const size = this.height * (this.width + 2);
    this.#texts = new Array<string | undefined>(size);
    this.#arms = new Uint8Array(size);
    this.#weights = new Uint8Array(size);
    this.#blanks = new Uint8Array(size);
  }

  find(finding: string): void {
    this.findings.push(finding);
  }

  fail(finding: string): never {
    throw new Unreadable(finding);
  }

  cell(row: number, column: number): string {
    return this.#cells[row]?.[column] ?? ' ';
  }

  /** The column of a row's last character that is not blank. */
  end(row: number): number {
    return (this.#cells[row]?.length ?? 0) - 1;
  }

  /** Whether a cell looks like lines with these arms; only lifelines are double. In ASCII one glyph stands for several. */
  shows(row: number, column: number, arms: number, kinds: readonly Weight[] = ['light', 'dashed']): boolean {
    const glyph = this.cell(row, column);
    return kinds.some((kind) => this.glyphs.lines[kind][arms] === glyph);
  }

  /** Whether the line stands at this place. */
  reads(row: number, column: number, { text, width }: Line): boolean {
    const cells = Array.from({ length: width }, (_, index) => this.cell(row, column + index));
    return cells.join('') === text.replaceAll(bidiControls, '');
  }

  /** One blank column on each side of the page belongs to it, so that texts at the edge can keep their blanks. */
  #at(row: number, column: number): number {
    if (row < 0 || row >= this.height || column < -1 || column > this.width) this.fail(`row ${row} is cut off`);
    return row * (this.width + 2) + column + 1;
  }

  /** Claims a text that must stand there, with a blank on either side unless it is a mark on a line. */
  text(row: number, column: number, line: Line, padded = true): void {
    const { text, width } = line;
    if (width === 0) return;
    if (!this.reads(row, column, line)) this.find(`row ${row}, column ${column}: ${JSON.stringify(text)} is not there`);
    for (let index = 0; index < width; index += 1) {
      const at = this.#at(row, column + index);
      if (this.#texts[at] !== undefined || this.#blanks[at] === 1)
        this.find(`row ${row}, column ${column + index}: a text runs into another`);
      this.#texts[at] = this.cell(row, column + index);
      if (!padded) this.#marks.add(at);
    }
    if (padded) for (const beside of [column - 1, column + width]) this.#blank(row, beside);
  }

  #blank(row: number, column: number): void {
    const at = this.#at(row, column);
    if (this.#texts[at] !== undefined) this.find(`row ${row}, column ${column}: a text touches another`);
    this.#blanks[at] = 1;
  }

  isCovered(row: number, column: number): boolean {
    const at = this.#at(row, column);
    return this.#texts[at] !== undefined || this.#blanks[at] === 1;
  }

  /** Claims arms; two elements can't have the same one. */
  arms(row: number, column: number, arms: number, weight: Weight): void {
    if (arms === 0) return;
    const at = this.#at(row, column);
    if (this.isCovered(row, column)) this.find(`row ${row}, column ${column}: a line runs through a text`);
    if (((this.#arms[at] ?? 0) & arms) !== 0) this.find(`row ${row}, column ${column}: two lines overlap`);
    this.#arms[at] = (this.#arms[at] ?? 0) | arms;
    this.#weights[at] = Math.max(this.#weights[at] ?? 0, weights[weight]);
  }

  /** A level line; its ends reach inward only. Texts that stand on it, and the blanks beside them, interrupt it. */
  level(row: number, left: number, right: number, weight: Weight): void {
    for (let column = left; column <= right; column += 1) {
      if (this.isCovered(row, column)) continue;
      const back = column > left && !this.#isCut(row, column - 1) ? arm.left : 0;
      const forth = column < right && !this.#isCut(row, column + 1) ? arm.right : 0;
      this.arms(row, column, back | forth, weight);
    }
  }

  #isCut(row: number, column: number): boolean {
    return this.isCovered(row, column) && !this.#marks.has(this.#at(row, column));
  }

  upright(column: number, top: number, bottom: number, weight: Weight): void {
    for (let row = top; row <= bottom; row += 1)
      this.arms(row, column, (row > top ? arm.up : 0) | (row < bottom ? arm.down : 0), weight);
  }

  frame({ left, top, right, bottom }: Rectangle, weight: Weight): void {
    this.level(top, left, right, weight);
    this.level(bottom, left, right, weight);
    this.upright(left, top, bottom, weight);
    this.upright(right, top, bottom, weight);
  }

  /** A frame whose inside shows nothing but the texts that were claimed before. */
  box(edges: Rectangle): void {
    for (let row = edges.top + 1; row < edges.bottom; row += 1)
      for (let column = edges.left + 1; column < edges.right; column += 1)
        if (!this.isCovered(row, column)) this.#blank(row, column);
    this.frame(edges, 'light');
  }

  /** Compares every cell with its claims. */
  settle(): void {
    const { lines } = this.glyphs;
    const byWeight = (Object.keys(weights) as Weight[]).sort((one, other) => weights[one] - weights[other]);
    for (let row = 0; row < this.height; row += 1)
      for (let column = -1; column <= this.width; column += 1) {
        const at = this.#at(row, column);
        const inked = lines[byWeight[this.#weights[at] ?? 0] ?? 'light'][this.#arms[at] ?? 0] ?? ' ';
        const wanted = this.#texts[at] ?? (this.#blanks[at] === 1 ? ' ' : inked);
        const found = this.cell(row, column);
        if (found !== wanted) this.find(`row ${row}, column ${column}: "${found}" instead of "${wanted}"`);
      }
  }
}

/** Rows of which every character is a cell of its own: most rows; segmenting costs more than all other checks. */
const simple = /^[\x20-\x7e\u2500-\u257f]*$/;

/** One entry a cell; the cells after the first of a wide cluster are empty. */
function cellsOf(line: string): string[] {
  if (simple.test(line)) return Array.from(line);
  const cells: string[] = [];
  for (const { segment } of segmenter.segment(line)) {
    const width = simple.test(segment) ? segment.length : stringWidth(segment);
    if (width === 0 && cells.length > 0) cells.push((cells.pop() ?? '') + segment);
    else cells.push(segment, ...Array.from({ length: Math.max(0, width - 1) }, () => ''));
  }
  return cells;
}
