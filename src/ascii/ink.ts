/** Cells to finished rows: each cell gets its glyph, and neighbours with the same role become one segment. */
import { weight as weights, type Glyphs, type Weight } from './glyphs.js';
import { continued, inClusters, roleOf, type Grid } from './grid.js';
import type { Layout, RowKind } from './layout.js';
import type { AsciiRow, AsciiSegment, AsciiView } from './view.js';

const blank = ' '.charCodeAt(0);
const reserved = String.fromCharCode(inClusters, continued);
const hasClusters = new RegExp(`[${reserved}]`);

export function inkRows({ rows, width }: Layout, grid: Grid, glyphs: Glyphs): AsciiView {
  const printed = new Printed(grid, inkCells(grid, glyphTable(glyphs)));
  return { width, rows: rows.map((kind, row) => new Row(kind, printed, row)) };
}

/** All cells as one string, cut into rows and segments: far cheaper than a string for each cell. */
class Printed {
  readonly #ink: string;

  constructor(
    readonly grid: Grid,
    readonly units: Uint16Array,
  ) {
    this.#ink = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  }

  text(start: number, end: number): string {
    const text = this.#ink.slice(start, end);
    return this.grid.clusters.size > 0 && hasClusters.test(text) ? spellClusters(text, start, this.grid) : text;
  }
}

class Row implements AsciiRow {
  // Cut when a template asks: the packaged ones print whole rows, and segments cost more than all stages before. Templates
  // see own properties only, and one getter for all rows keeps them cheap.
  static readonly #segments: PropertyDescriptor & ThisType<Row> = {
    enumerable: true,
    get() {
      return segmentsOf(this.#start, this.#end, this.#printed);
    },
  };
  declare readonly segments: readonly AsciiSegment[];
  readonly text: string;
  readonly #printed: Printed;
  readonly #start: number;
  readonly #end: number;

  constructor(
    readonly kind: RowKind,
    printed: Printed,
    row: number,
  ) {
    const { width } = printed.grid;
    const start = row * width;
    let end = start + width;
    while (end > start && printed.units[end - 1] === blank) end -= 1;
    this.text = printed.text(start, end);
    this.#printed = printed;
    this.#start = start;
    this.#end = end;
    Object.defineProperty(this, 'segments', Row.#segments);
  }
}

/** Glyphs as UTF-16 units, by a cell's ink. */
function glyphTable({ lines }: Glyphs): Uint16Array {
  const names = Object.keys(weights) as Weight[];
  const table = new Uint16Array(64);
  for (const name of names)
    for (let arms = 0; arms < 16; arms += 1) table[16 * weights[name] + arms] = lines[name].charCodeAt(arms);
  return table;
}

/** Every cell as the unit that it prints. */
function inkCells({ ink, unit }: Grid, table: Uint16Array): Uint16Array {
  const units = new Uint16Array(unit.length);
  for (let cell = 0; cell < units.length; cell += 1) {
    const text = unit[cell] ?? 0;
    units[cell] = text === 0 ? (table[(ink[cell] ?? 0) & 63] ?? blank) : text;
  }
  return units;
}

function spellClusters(text: string, start: number, { clusters }: Grid): string {
  let spelled = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === inClusters) spelled += clusters.get(start + index) ?? '';
    else if (unit !== continued) spelled += text.charAt(index);
  }
  return spelled;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A cell without ink is space; neighbours with the same role are one segment. */
function segmentsOf(first: number, end: number, printed: Printed): AsciiSegment[] {
  const { ink } = printed.grid;
  const segments: AsciiSegment[] = [];
  for (let start = first; start < end;) {
    const role = roleOf(ink[start] ?? 0);
    let stop = start + 1;
    while (stop < end && roleOf(ink[stop] ?? 0) === role) stop += 1;
    const text = printed.text(start, stop);
    segments.push({ role, text, html: text.replace(/[&<>]/g, (character) => entities[character] ?? '') });
    start = stop;
  }
  return segments;
}
