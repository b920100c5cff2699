/** Layout to cells. A cell holds a piece of text, or a set of arms; lines that meet merge by OR. */
import { clustersOf, isPlain } from './cells.js';
import { arm, weight as weights } from './glyphs.js';
import type { Box, Layout, Lifeline, Line, Text } from './layout.js';
import { roles, type Role } from './roles.js';

const roleNumber = Object.fromEntries(roles.map((role, index) => [role, index])) as Record<Role, number>;

/** Cells by index `row * width + column`. */
export interface Grid {
  readonly width: number;
  /** Sum of arms, plus sixteen times the weight. */
  readonly ink: Uint8Array;
  /** Over the ink: a UTF-16 unit, or one of the two below; 0 for none. */
  readonly unit: Uint16Array;
  /** What a cell with `inClusters` says. */
  readonly clusters: ReadonlyMap<number, string>;
  /** Indices in `roles`. */
  readonly role: Uint8Array;
}

/** Not units of any label: labels hold no C0 controls but tabs, and those are spaces by now. */
export const inClusters = 1;
/** The rest of a wide cluster. */
export const continued = 2;

export function paintGrid(layout: Layout): Grid {
  const { width, rows } = layout;
  const size = width * rows.length;
  const clusters = new Map<number, string>();
  const grid = { width, ink: new Uint8Array(size), unit: new Uint16Array(size), clusters, role: new Uint8Array(size) };
  for (const lifeline of layout.lifelines) paintLifeline(lifeline, grid);
  for (const line of layout.lines) paintLine(line, grid);
  for (const box of layout.boxes) paintBox(box, grid);
  for (const text of layout.texts) paintText(text, grid, clusters);
  return grid;
}

/** Lines that come later don't take the cells over. */
function addInk({ ink, role }: Grid, cell: number, arms: number, weight: number, as: number): void {
  const before = ink[cell] ?? 0;
  ink[cell] = ((before | arms) & 15) | (Math.max(before >> 4, weight) << 4);
  if (before === 0) role[cell] = as;
}

function paintLifeline({ column, top, bottom, depth }: Lifeline, grid: Grid): void {
  const as = roleNumber[depth === 0 ? 'lifeline' : 'activation'];
  const weight = depth === 0 ? weights.light : weights.double;
  for (let row = top; row <= bottom; row += 1)
    for (let bar = 0; bar < Math.max(1, depth); bar += 1)
      addInk(grid, row * grid.width + column + bar, arm.up | arm.down, weight, as);
}

function paintLine({ left, top, right, bottom, weight, role }: Line, grid: Grid): void {
  const as = roleNumber[role];
  const [step, back, forth] = top === bottom ? [1, arm.left, arm.right] : [grid.width, arm.up, arm.down];
  const first = top * grid.width + left;
  const last = bottom * grid.width + right;
  for (let cell = first; cell <= last; cell += step)
    addInk(grid, cell, (cell > first ? back : 0) | (cell < last ? forth : 0), weights[weight], as);
}

/** What is under it goes, but a lifeline that comes in from above and one that goes on below. */
function paintBox({ left, top, right, bottom, role }: Box, grid: Grid): void {
  const { ink } = grid;
  for (let row = top; row <= bottom; row += 1) {
    const through = row === top ? arm.up : row === bottom ? arm.down : 0;
    for (let column = left; column <= right; column += 1) {
      const cell = row * grid.width + column;
      const kept = (ink[cell] ?? 0) & through;
      ink[cell] = kept === 0 ? 0 : kept | ((ink[cell] ?? 0) & 0x30);
      grid.role[cell] = roleNumber[role];
    }
  }
  const edges = { weight: 'light', role } as const;
  paintLine({ left, top, right, bottom: top, ...edges }, grid);
  paintLine({ left, top: bottom, right, bottom, ...edges }, grid);
  paintLine({ left, top, right: left, bottom, ...edges }, grid);
  paintLine({ left: right, top, right, bottom, ...edges }, grid);
}

function paintText({ row, column, text, role, padded }: Text, grid: Grid, clusters: Map<number, string>): void {
  const start = row * grid.width + column;
  const as = roleNumber[role];
  let end = start;
  const put = (unit: number): void => {
    grid.unit[end] = unit;
    grid.role[end] = as;
    end += 1;
  };
  if (isPlain(text)) for (let index = 0; index < text.length; index += 1) put(text.charCodeAt(index));
  else
    for (const cluster of clustersOf(text)) {
      if (cluster.text.length > 1) clusters.set(end, cluster.text);
      put(cluster.text.length > 1 ? inClusters : cluster.text.charCodeAt(0));
      for (let rest = 1; rest < cluster.width; rest += 1) put(continued);
    }
  if (padded)
    clearBeside(grid, start - row * grid.width > 0 ? start - 1 : null, end < (row + 1) * grid.width ? end : null);
}

/** Blank cells before and after a text; what ran up to them now ends there. */
function clearBeside({ ink }: Grid, before: number | null, after: number | null): void {
  if (before !== null) {
    ink[before] = 0;
    ink[before - 1] = (ink[before - 1] ?? 0) & ~arm.right;
  }
  if (after !== null) {
    ink[after] = 0;
    ink[after + 1] = (ink[after + 1] ?? 0) & ~arm.left;
  }
}
