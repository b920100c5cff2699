/** A layout to finished rows: each cell gets its glyph, and neighbours with the same role become one segment. */
import { lazily } from '../../source/index.js';
import type { Layout, RowKind } from '../place/index.js';
import { bandHeight, cutBands, type Band } from './bands.js';
import { weight as weights, type Glyphs, type Weight } from '../glyphs.js';
import { continued, Grid, inClusters, roleOf } from './grid.js';
import type { AsciiRow, AsciiSegment, AsciiView } from './rows-view.js';

const blank = ' '.charCodeAt(0);
const reserved = String.fromCharCode(inClusters, continued);
const hasClusters = new RegExp(`[${reserved}]`);

export function inkRows(layout: Layout, glyphs: Glyphs): AsciiView {
  const { width } = layout;
  const grid = new Grid(width, Math.min(bandHeight(width), layout.rows.length));
  const press = new Press(grid, glyphTable(glyphs));
  const rows = cutBands(layout).flatMap((band): AsciiRow[] => {
    press.take(band);
    const segments = lazily(() => segmentRows(band, width, glyphs));
    return band.rows.map((kind, row) => new BandRow(kind, press.text(row), segments, row));
  });
  return { width, rows };
}

/** Prints a band: all of its cells as one string, which is cut into rows and segments. Far cheaper than a string for each. */
class Press {
  readonly #units: Uint16Array;
  readonly #decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  #printed = '';

  constructor(
    readonly grid: Grid,
    readonly glyphs: Uint16Array,
  ) {
    this.#units = new Uint16Array(grid.unit.length);
  }

  take(band: Band): void {
    const { grid } = this;
    grid.paint(band);
    inkCells(grid, this.glyphs, this.#units);
    this.#printed = this.#decoder.decode(this.#units);
  }

  /** A row without white space at its end. */
  text(row: number): string {
    const start = row * this.grid.width;
    return this.cut(start, this.end(row));
  }

  /** The cell after the row's last that is not blank. */
  end(row: number): number {
    const start = row * this.grid.width;
    let end = start + this.grid.width;
    while (end > start && this.#units[end - 1] === blank) end -= 1;
    return end;
  }

  cut(start: number, end: number): string {
    const text = this.#printed.slice(start, end);
    return this.grid.clusters.size > 0 && hasClusters.test(text) ? spellClusters(text, start, this.grid) : text;
  }
}

class BandRow implements AsciiRow {
  // Cut when a template asks: the packaged ones print whole rows, and segments cost more than all stages before. Templates
  // see own properties only, and one getter for all rows keeps them cheap.
  static readonly #segments: PropertyDescriptor & ThisType<BandRow> = {
    enumerable: true,
    get() {
      return this.#band()[this.#row] ?? [];
    },
  };
  declare readonly segments: readonly AsciiSegment[];
  readonly #band: () => readonly (readonly AsciiSegment[])[];
  readonly #row: number;

  constructor(
    readonly kind: RowKind,
    readonly text: string,
    band: () => readonly (readonly AsciiSegment[])[],
    row: number,
  ) {
    this.#band = band;
    this.#row = row;
    Object.defineProperty(this, 'segments', BandRow.#segments);
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
function inkCells({ ink, unit }: Grid, table: Uint16Array, units: Uint16Array): void {
  for (let cell = 0; cell < units.length; cell += 1) {
    const text = unit[cell] ?? 0;
    units[cell] = text === 0 ? (table[(ink[cell] ?? 0) & 63] ?? blank) : text;
  }
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

/** The segments of each row of a band, which is painted once more: the grid that its texts came from has moved on. */
function segmentRows(band: Band, width: number, glyphs: Glyphs): readonly (readonly AsciiSegment[])[] {
  const press = new Press(new Grid(width, band.rows.length), glyphTable(glyphs));
  press.take(band);
  return band.rows.map((_, row) => segmentsOf(row * width, press.end(row), press));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A cell without ink is space; neighbours with the same role are one segment. */
function segmentsOf(first: number, end: number, press: Press): AsciiSegment[] {
  const { ink } = press.grid;
  const segments: AsciiSegment[] = [];
  for (let start = first; start < end;) {
    const role = roleOf(ink[start] ?? 0);
    let stop = start + 1;
    while (stop < end && roleOf(ink[stop] ?? 0) === role) stop += 1;
    const text = press.cut(start, stop);
    segments.push({ role, text, html: text.replace(/[&<>]/g, (character) => entities[character] ?? '') });
    start = stop;
  }
  return segments;
}
