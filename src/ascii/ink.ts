/** Cells to finished rows: each cell gets its glyph, and neighbours with the same role become one segment. */
import type { Glyphs } from './glyphs.js';
import { weight as weights } from './glyphs.js';
import { continued, inClusters, type Grid } from './grid.js';
import type { Layout } from './layout.js';
import { roles } from './roles.js';
import type { AsciiRow, AsciiSegment, AsciiView } from './view.js';

const blank = ' '.charCodeAt(0);

export function inkRows({ rows, width }: Layout, grid: Grid, glyphs: Glyphs): AsciiView {
  const table = glyphTable(glyphs);
  return { width, rows: rows.map((kind, row) => ({ kind, ...inkRow(grid, row, table) })) };
}

/** Glyphs as UTF-16 units, by a cell's ink. */
function glyphTable({ lines }: Glyphs): Uint16Array {
  const table = new Uint16Array(16 * Object.keys(weights).length);
  for (const [name, weight] of Object.entries(weights))
    for (let arms = 0; arms < 16; arms += 1)
      table[16 * weight + arms] = lines[name as keyof typeof weights].charCodeAt(arms);
  return table;
}

function inkRow(grid: Grid, row: number, table: Uint16Array): Pick<AsciiRow, 'text' | 'segments'> {
  const segments: AsciiSegment[] = [];
  const start = row * grid.width;
  let units: number[] = [];
  let pending = '';
  let role = 0;
  const flush = (): void => {
    if (units.length > 0 || pending !== '')
      segments.push({ role: roles[role] ?? 'space', text: pending + String.fromCharCode(...units) });
    units = [];
    pending = '';
  };
  let end = start + grid.width;
  const unitAt = (cell: number): number => {
    const unit = grid.unit[cell] ?? 0;
    return unit === 0 ? (table[grid.ink[cell] ?? 0] ?? blank) : unit;
  };
  while (end > start && unitAt(end - 1) === blank) end -= 1;
  for (let cell = start; cell < end; cell += 1) {
    const unit = unitAt(cell);
    const as = unit === blank && !grid.unit[cell] ? 0 : (grid.role[cell] ?? 0);
    if (as !== role) {
      flush();
      role = as;
    }
    if (unit === inClusters) {
      pending += String.fromCharCode(...units) + (grid.clusters.get(cell) ?? '');
      units = [];
    } else if (unit !== continued) units.push(unit);
  }
  flush();
  return { text: segments.map((segment) => segment.text).join(''), segments };
}
