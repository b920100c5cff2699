/**
 * Blocks to columns: where each lifeline stands. Every element says how far apart some pair must be at least; one pass from
 * left to right satisfies all, and the result is as narrow as can be.
 */
import type { Block, Extent, Measured } from './blocks.js';
import { space, type Style } from '../options.js';

export interface Columns {
  /** The column of each lifeline, from 0. */
  readonly lifelines: readonly number[];
  /** Columns of the whole. */
  readonly width: number;
}

/** Distances between nodes: the left edge is node 0, the lifelines are nodes 1 to n, the right edge is node n + 1. */
type Needs = readonly Map<number, number>[];

export function solveColumns(measured: Measured, style: Style): Columns {
  const needs = collectNeeds(measured, style);
  const edge = needs.length - 1;
  const leftmost: number[] = [];
  for (const [node, before] of needs.entries()) {
    let column = 0;
    for (const [from, distance] of before) column = Math.max(column, (leftmost[from] ?? 0) + distance);
    leftmost[node] = column;
  }
  const width = leftmost[edge] ?? 0;
  const rightmost: number[] = needs.map(() => width);
  for (let node = edge; node > 0; node -= 1)
    for (const [from, distance] of needs[node] ?? [])
      rightmost[from] = Math.min(rightmost[from] ?? width, (rightmost[node] ?? width) - distance);
  // Both satisfy every need, so their mean does; it shares what is left over between the two sides of a lifeline.
  const means = leftmost.map((column, node) => Math.floor((column + (rightmost[node] ?? column)) / 2));
  return { lifelines: means.slice(1, edge), width };
}

function collectNeeds({ heads, groups, blocks, reaches }: Measured, style: Style): Needs {
  const needs: Needs = Array.from({ length: heads.length + 2 }, () => new Map<number, number>());
  const edge = heads.length + 1;
  const need = (from: number, to: number, distance: number): void => {
    const before = needs[to];
    before?.set(from, Math.max(before.get(from) ?? 0, distance));
  };
  // An element stays a blank cell away from the lifelines beside it, and inside the diagram.
  const fit = ({ first, last, left, right, room }: Extent): void => {
    need(first, first + 1, first === 0 ? left : (reaches[first - 1] ?? 0) + space.note + 1 + left);
    if (room > 0) need(first + 1, last + 1, room);
    need(last + 1, last + 2, right + (last + 2 === edge ? 1 : space.note + 1));
  };
  const sides = heads.map(({ left, right }) => ({ left, right }));
  for (const { extent } of groups) {
    fit(extent);
    const [first, last] = [sides[extent.first], sides[extent.last]];
    if (first) first.left = extent.left;
    if (last) last.right = extent.right;
  }
  for (const [index, { left, right }] of sides.entries()) {
    fit({ first: index, last: index, left, right, room: 0 });
    const before = sides[index - 1];
    if (before) need(index, index + 1, before.right + style.headGap + 1 + left);
  }
  const visit = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.kind === 'turn') continue;
      fit(block.extent);
      if (block.kind === 'frame') block.branches.forEach((branch) => visit(branch.blocks));
      if (block.kind === 'message') visit(block.notes);
    }
  };
  visit(blocks);
  return needs;
}
