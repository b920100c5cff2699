/** Layout to cells. A cell holds a piece of text, or a set of arms; lines that meet merge by OR. */
import { isPlain } from '../graphemes.js';
import { clustersOf } from './cells.js';
import { arm, weight as weights } from './glyphs.js';
import type { Box, Layout, Lifeline, Line, Text } from './layout.js';
import { roles, type Role } from '../model/roles.js';

/** Cells by index `row * width + column`. */
export interface Grid {
  readonly width: number;
  /** What is drawn: the sum of arms, 16 times the weight, 64 times the role's index; 0 for nothing. */
  readonly ink: Uint16Array;
  /** The text over it: a UTF-16 unit, or one of the two below; 0 for none. */
  readonly unit: Uint16Array;
  /** What a cell with `inClusters` says. */
  readonly clusters: ReadonlyMap<number, string>;
}

/** Not units of any label: labels hold no C0 controls but tabs, and those are spaces by now. */
export const inClusters = 1;
/** The rest of a wide cluster. */
export const continued = 2;

const roleInk = Object.fromEntries(roles.map((role, index) => [role, index * 64])) as Record<Role, number>;
const weightBits = 48;

export const roleOf = (ink: number): Role => roles[ink >> 6] ?? 'space';

export function paintGrid(layout: Layout): Grid {
  const { width, rows } = layout;
  const size = width * rows.length;
  const clusters = new Map<number, string>();
  const grid = { width, ink: new Uint16Array(size), unit: new Uint16Array(size), clusters };
  for (const lifeline of layout.lifelines) paintLifeline(lifeline, grid);
  for (const line of layout.lines) paintLine(line, grid);
  for (const box of layout.boxes) paintBox(box, grid);
  for (const text of layout.texts) paintText(text, grid, clusters);
  return grid;
}

/** What was there first keeps its role; the heavier line decides the weight. */
function merge(before: number, arms: number, as: number): number {
  if (before === 0) return as | arms;
  return (before & ~weightBits) | arms | Math.max(before & weightBits, as & weightBits);
}

function paintLifeline({ column, top, bottom, depth }: Lifeline, { ink, width }: Grid): void {
  const as = depth === 0 ? roleInk.lifeline : roleInk.activation | (weights.double << 4);
  for (let bar = 0; bar < Math.max(1, depth); bar += 1)
    for (let cell = top * width + column + bar; cell <= bottom * width + column + bar; cell += width)
      ink[cell] = merge(ink[cell] ?? 0, arm.up | arm.down, as);
}

function paintLine({ left, top, right, bottom, weight, role }: Line, { ink, width }: Grid): void {
  const as = roleInk[role] | (weights[weight] << 4);
  const [step, back, forth] = top === bottom ? [1, arm.left, arm.right] : [width, arm.up, arm.down];
  const first = top * width + left;
  const last = bottom * width + right;
  for (let cell = first; cell <= last; cell += step) {
    const arms = (cell > first ? back : 0) | (cell < last ? forth : 0);
    ink[cell] = merge(ink[cell] ?? 0, arms, as);
  }
}

/** What is under it goes, but a lifeline that comes in from above and one that goes on below. */
function paintBox(box: Box, grid: Grid): void {
  const { left, top, right, bottom, role } = box;
  for (let row = top; row <= bottom; row += 1) {
    const through = row === top ? arm.up : row === bottom ? arm.down : 0;
    for (let cell = row * grid.width + left; cell <= row * grid.width + right; cell += 1) {
      const before = grid.ink[cell] ?? 0;
      grid.ink[cell] = (before & through) === 0 ? 0 : roleInk[role] | (before & (weightBits | through));
    }
  }
  const edge = { weight: 'light', role } as const;
  paintLine({ left, top, right, bottom: top, ...edge }, grid);
  paintLine({ left, top: bottom, right, bottom, ...edge }, grid);
  paintLine({ left, top, right: left, bottom, ...edge }, grid);
  paintLine({ left: right, top, right, bottom, ...edge }, grid);
}

function paintText({ row, column, text, role, padded }: Text, grid: Grid, clusters: Map<number, string>): void {
  const start = row * grid.width + column;
  let end = start;
  const put = (unit: number): void => {
    grid.unit[end] = unit;
    grid.ink[end] = roleInk[role];
    end += 1;
  };
  if (isPlain(text)) for (let index = 0; index < text.length; index += 1) put(text.charCodeAt(index));
  else
    for (const cluster of clustersOf(text)) {
      const isUnit = cluster.text.length === 1 && cluster.width === 1;
      if (!isUnit) clusters.set(end, cluster.text);
      put(isUnit ? cluster.text.charCodeAt(0) : inClusters);
      for (let rest = 1; rest < cluster.width; rest += 1) put(continued);
    }
  if (!padded) return;
  const { ink, width } = grid;
  // A blank cell before and one after; what ran up to them now ends there.
  if (column > 0) {
    ink[start - 1] = 0;
    ink[start - 2] = (ink[start - 2] ?? 0) & ~arm.right;
  }
  if (end < (row + 1) * width) {
    ink[end] = 0;
    ink[end + 1] = (ink[end + 1] ?? 0) & ~arm.left;
  }
}
