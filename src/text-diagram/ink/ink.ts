/** Prints a layout as finished rows: each cell gets its glyph, and neighbours with the same role become one segment. */
import { lazily } from '../../source/index.js';
import type { Layout } from '../place/index.js';
import { weight as weights, type Glyphs, type Weight } from '../glyphs.js';
import { Grid } from './grid.js';
import type { AsciiRow, AsciiSegment, AsciiView } from './rows-view.js';

export function inkRows(layout: Layout, glyphs: Glyphs): AsciiView {
  const { width } = layout;
  const grid = new Grid(layout, glyphTable(glyphs));
  const rows = layout.rows.map((kind, row): AsciiRow => {
    const [start, end] = [row * width, grid.end(row)];
    const segments = lazily(() => segmentsOf(grid, start, end));
    return {
      kind,
      text: grid.text(start, end),
      // Made on demand: the packaged templates print whole rows, and segments cost more than all earlier stages.
      get segments() {
        return segments();
      },
    };
  });
  return { width, rows };
}

function glyphTable({ lines }: Glyphs): readonly number[] {
  const table: number[] = [];
  for (const name of Object.keys(weights) as Weight[])
    for (let arms = 0; arms < 16; arms += 1) table[16 * weights[name] + arms] = lines[name].charCodeAt(arms);
  return table;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A cell without ink is space; neighbours with the same role are one segment. */
function segmentsOf(grid: Grid, first: number, end: number): readonly AsciiSegment[] {
  const segments: AsciiSegment[] = [];
  for (let start = first; start < end;) {
    const role = grid.role(start);
    let stop = start + 1;
    while (stop < end && grid.role(stop) === role) stop += 1;
    const text = grid.text(start, stop);
    segments.push({ role, text, html: text.replace(/[&<>]/g, (character) => entities[character] ?? '') });
    start = stop;
  }
  return segments;
}
