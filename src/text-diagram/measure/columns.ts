/** Computes columns from blocks: the minimum distances of lifelines that each element needs. */
import { ColumnNeeds } from '../../layout/index.js';
import type { Columns, Extent } from '../../layout/index.js';
import type { Block, Measured } from './blocks.js';
import { space, type Style } from '../options.js';

export function solveColumns({ heads, groups, blocks, reaches }: Measured, style: Style): Columns {
  const needs = new ColumnNeeds(heads.length);
  // An element keeps a blank cell to the lifelines beside it, and stays inside the diagram.
  const fit = ({ first, last, left, right, room }: Extent): void => {
    needs.need(first, first + 1, first === 0 ? left : (reaches[first - 1] ?? 0) + space.note + 1 + left);
    if (room > 0) needs.need(first + 1, last + 1, room);
    needs.need(last + 1, last + 2, right + (last + 2 === needs.edge ? 1 : space.note + 1));
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
    if (before) needs.need(index, index + 1, before.right + style.headGap + 1 + left);
  }
  const visit = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.kind === 'turn') continue;
      if (block.extent) fit(block.extent);
      if (block.kind === 'frame') block.branches.forEach((branch) => visit(branch.blocks));
      if (block.kind === 'message') visit(block.notes);
    }
  };
  visit(blocks);
  return needs.solve();
}
