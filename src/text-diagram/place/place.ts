/** Places blocks in rows: walks the tree once, from top to bottom. */
import { widest } from '../measure/index.js';
import type { Columns } from '../../layout/index.js';
import type { Block, FrameBlock, Measured, NoteBlock, RuleBlock } from '../measure/index.js';
import type { Glyphs } from '../glyphs.js';
import type { Layout } from './layout.js';
import { ruleInset, screenRows, space, titleInset, type Style } from '../options.js';
import { placeBottomHeads, placeTopHeads } from './place-heads.js';
import { placeMessage } from './place-message.js';
import { Sheet } from './sheet.js';
import type { Placing } from './sheet.js';

export function placeDiagram(measured: Measured, columns: Columns, style: Style, glyphs: Glyphs): Layout {
  const sheet = new Sheet(columns.lifelines);
  const placing = { sheet, measured, style, glyphs };
  placeHeading(placing, columns.width);
  placeTopHeads(placing);
  placeBlocks(measured.blocks, placing, { left: 0, right: columns.width - 1 });
  const isLong = sheet.bottom > screenRows;
  if (style.airy || style.inside || isLong) sheet.add('lifeline');
  if (isLong) placeBottomHeads(placing);
  sheet.endAll();
  placeBelow(placing);
  return sheet.finish(
    Math.max(columns.width, widest(measured.heading), ...measured.below.map(({ lines }) => widest(lines))),
  );
}

function placeHeading({ sheet, measured: { heading } }: Placing, width: number): void {
  if (heading.length === 0) return;
  const top = sheet.add('heading', heading.length);
  for (const [index, line] of heading.entries())
    sheet.text(top + index, Math.max(0, Math.floor((width - line.width) / 2)), [line], 'heading');
  sheet.add('blank');
}

function placeBelow({ sheet, measured: { below } }: Placing): void {
  if (below.length === 0) return;
  sheet.add('blank');
  for (const { role, lines } of below) sheet.text(sheet.add('link', lines.length), 0, lines, role);
}

/** The columns of the innermost frame's sides, or of the diagram's edges. */
interface Sides {
  readonly left: number;
  readonly right: number;
}

/** Whether nothing but a message's text belongs to it. */
const isPlain = (block: Block | null): boolean =>
  block?.kind === 'message' &&
  !(block.path.kind === 'arrow' && block.path.creates) &&
  block.ends === null &&
  block.notes.length === 0;

/** Whether no row of lifelines is between two blocks: arrows that hold their texts stand close together. */
const isClose = (block: Block, before: Block | null, { inside }: Style): boolean =>
  inside && isPlain(before) && block.kind === 'message' && !(block.path.kind === 'arrow' && block.path.creates);

/** Adds a row of lifelines before each block; a tight branch begins without one. */
function placeBlocks(blocks: readonly Block[], placing: Placing, sides: Sides, tight = false): void {
  const { sheet, style } = placing;
  let first = tight;
  let before: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'turn') {
      sheet.turn(block.turn, sheet.bottom);
      continue;
    }
    if (!first && !isClose(block, before, style)) sheet.add('lifeline');
    first = false;
    before = block;
    if (block.kind === 'frame') placeFrame(block, placing);
    else if (block.kind === 'note') placeNote(block, placing);
    else if (block.kind === 'rule') placeRule(block, sides, placing);
    else {
      placeMessage(block, placing);
      for (const note of block.notes) placeNote(note, placing);
    }
  }
}

function placeNote({ role, tag, extent, lines }: NoteBlock, { sheet, style }: Placing): void {
  const top = sheet.add(role, lines.length + 2);
  const left = sheet.column(extent.first) - extent.left;
  const right = sheet.column(extent.last) + extent.right;
  sheet.box({ left, top, right, bottom: sheet.bottom - 1 }, role);
  sheet.text(top, left + titleInset(style), [tag], role);
  // Place the lines as one block, so that JSON and parameter lists keep their indentation.
  sheet.text(top + 1, left + 1 + Math.floor((right - left - 1 - widest(lines)) / 2), lines, role);
}

/** Inside a frame, the rule of a phase keeps a blank cell to its sides, and is light. */
function placeRule({ role, title, extent }: RuleBlock, { left, right }: Sides, { sheet }: Placing): void {
  if (role === 'delay') {
    const top = sheet.add(role, title.length + 2);
    sheet.breakLifelines(top, sheet.bottom - 1);
    sheet.text(top + 1, left + Math.floor((right - left + 1 - widest(title)) / 2), title, role);
    return;
  }
  const row = sheet.add(role, Math.max(1, title.length));
  const [aside, inset] = extent ? [0, ruleInset.across] : [space.note + 1, ruleInset.inside];
  sheet.level(row, left + aside, right - aside, role, extent ? 'rule' : 'light');
  sheet.text(row, left + aside + inset, title, role);
}

function placeFrame({ extent, role, branches, revives }: FrameBlock, placing: Placing): void {
  const { sheet, style } = placing;
  const left = sheet.column(extent.first) - extent.left;
  const right = sheet.column(extent.last) + extent.right;
  const top = sheet.bottom;
  for (const [index, { title, revives: again, restores, blocks }] of branches.entries()) {
    for (const participant of again) sheet.begin(participant, sheet.bottom);
    for (const restored of restores) sheet.turn(restored, sheet.bottom);
    const row = sheet.add(role, Math.max(1, title.length));
    if (index > 0) sheet.level(row, left, right, role, 'dashed');
    sheet.text(row, left + titleInset(style), title, role);
    placeBlocks(blocks, placing, { left, right }, !style.airy);
    if (style.airy) sheet.add('lifeline');
  }
  const bottom = sheet.add(role);
  for (const participant of revives) sheet.begin(participant, bottom);
  sheet.frame({ left, top, right, bottom }, role, role === 'highlight' ? 'dashed' : 'light');
}
