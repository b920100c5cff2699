/** One message: its label, its stem and heads, and what begins or ends with it. */
import type { Arrow } from '../model/flow.js';
import type { ArrowBlock, LoopBlock } from './blocks.js';
import { space } from './options.js';
import { headHeight, placeHead } from './place-heads.js';
import type { Placing } from './placing.js';

export function placeMessage(block: ArrowBlock | LoopBlock, placing: Placing): void {
  const { sheet, glyphs } = placing;
  if (block.kind === 'arrow') placeArrow(block, placing);
  else placeLoop(block, placing);
  for (const change of block.closes) sheet.turn(change, sheet.bottom);
  if (block.ends === null) return;
  const row = sheet.add('message');
  sheet.mark(row, sheet.column(block.ends), glyphs.end, 'lifeline');
  sheet.end(block.ends, row);
}

function placeArrow(block: ArrowBlock, placing: Placing): void {
  const { sheet } = placing;
  const left = sheet.column(block.extent.first) + block.leftInset;
  const right = sheet.column(block.extent.last) - block.rightInset;
  // A new participant's head stands with its middle at the end of the arrow.
  const height = block.creates ? headHeight(block.to, placing) : 1;
  const above = Math.floor(height / 2);
  const lead = Math.max(block.label.length, above);
  const row = sheet.add('message', lead + height - above) + lead;
  sheet.text(row - block.label.length, left + space.text + 1, block.label, block.role);
  for (const change of block.opens) sheet.turn(change, row);
  if (block.creates) {
    const [top, bottom] = [row - above, sheet.bottom - 1];
    placeHead(block.to, { top, bottom, markRow: top }, placing);
    sheet.begin(block.to, bottom);
  }
  placeStem(block, row, left, right, placing);
}

/** The stem fills the cells between `left` and `right`, the ends' own columns. */
function placeStem(block: ArrowBlock, row: number, left: number, right: number, placing: Placing): void {
  const { sheet, style } = placing;
  const rightward = block.from < block.to;
  const weight = weightOf(block.arrow);
  const joins = style.joined && !block.arrow.both;
  const joinsLeft = joins && rightward;
  const joinsRight = joins && !rightward;
  sheet.level(row, joinsLeft ? left : left + 1, joinsRight ? right : right - 1, block.role, weight);
  placeHeadsOf(block.arrow, row, rightward ? right - 1 : left + 1, rightward ? left + 1 : right - 1, block, placing);
}

function placeHeadsOf(
  arrow: Arrow,
  row: number,
  tip: number,
  tail: number,
  { role }: Pick<ArrowBlock, 'role'>,
  { sheet, glyphs }: Placing,
): void {
  if (arrow.head === 'open') return;
  const [left, right] = glyphs.heads[arrow.head];
  sheet.mark(row, tip, tip > tail ? right : left, role);
  if (arrow.both) sheet.mark(row, tail, tip > tail ? left : right, role);
}

const weightOf = ({ line }: Arrow): 'light' | 'dashed' => (line === 'dotted' ? 'dashed' : 'light');

function placeLoop(block: LoopBlock, placing: Placing): void {
  const { sheet, style } = placing;
  const column = sheet.column(block.participant);
  const rows = Math.max(block.drawn ? 2 : 0, block.label.length);
  const top = sheet.add('message', rows);
  const bottom = block.drawn ? top + rows - 1 : top;
  for (const change of block.opens) sheet.turn(change, bottom);
  const outward = block.side === 'right' ? 1 : -1;
  const reach = outward === 1 ? Math.max(block.leaves, block.returns) : 0;
  const far = column + outward * (reach + (block.drawn ? space.loop + 2 : block.side === 'right' ? space.text + 1 : 2));
  sheet.text(top, outward === 1 ? far : far - block.column + 1, block.label, block.role);
  if (!block.drawn) return;
  const upright = column + outward * (reach + space.loop);
  const leaves = outward === 1 ? column + block.leaves : column;
  const returns = outward === 1 ? column + block.returns : column;
  const weight = weightOf(block.arrow);
  const start = style.joined && !block.arrow.both ? leaves : leaves + outward;
  sheet.level(top, Math.min(start, upright), Math.max(start, upright), block.role, weight);
  sheet.level(bottom, Math.min(returns + outward, upright), Math.max(returns + outward, upright), block.role, weight);
  sheet.upright(upright, top, bottom, block.role, weight);
  placeHeadsOf(block.arrow, bottom, returns + outward, returns + 2 * outward, block, placing);
  if (block.arrow.both && block.arrow.head !== 'open') {
    const [left, right] = placing.glyphs.heads[block.arrow.head];
    sheet.mark(top, leaves + outward, outward === 1 ? left : right, block.role);
  }
}
