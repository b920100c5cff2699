/** Places one message: its label, stem and heads, and participants that it creates or destroys. */
import type { Arrow } from '../../model/index.js';
import { widest } from '../measure/index.js';
import type { ArrowPath, LoopPath, LoosePath, MessageBlock } from '../measure/index.js';
import { space, stemLead } from '../options.js';
import { headHeight, placeHead } from './place-heads.js';
import type { Placing } from './sheet.js';

export function placeMessage(message: MessageBlock, placing: Placing): void {
  const { sheet, glyphs } = placing;
  if (message.path.kind === 'arrow') placeArrow(message, message.path, placing);
  else if (message.path.kind === 'loop') placeLoop(message, message.path, placing);
  else placeLoose(message, message.path, placing);
  for (const change of message.closes) sheet.turn(change, sheet.bottom);
  if (message.ends === null) return;
  const row = sheet.add('message');
  sheet.mark(row, sheet.column(message.ends), glyphs.end, 'lifeline');
  sheet.end(message.ends, row);
}

const weightOf = ({ line }: Arrow): 'light' | 'dashed' => (line === 'dotted' ? 'dashed' : 'light');

/** A stem with a head at its tail can't join the lifeline there. */
const joins = ({ arrow }: MessageBlock, { style }: Placing): boolean => style.joined && !arrow.both;

function placeArrow(message: MessageBlock, path: ArrowPath, placing: Placing): void {
  const { sheet } = placing;
  const { extent, role, arrow } = message;
  const left = sheet.column(extent.first) + path.leftInset;
  const right = sheet.column(extent.last) - path.rightInset;
  // The arrow ends at the middle of a new participant's head.
  const height = path.creates ? headHeight(path.to, placing) : 1;
  const above = Math.floor(height / 2);
  const row = addRows(message, { above, below: height - above - 1 }, placing);
  const bottom = row + height - above - 1;
  if (path.creates) {
    placeHead(path.to, { top: row - above, bottom, markRow: row - above }, placing);
    sheet.begin(path.to, bottom);
  }
  for (const change of message.opens) sheet.turn(change, bottom);
  const [tail, tip] = path.from < path.to ? [left, right] : [right, left];
  const forth = Math.sign(tip - tail);
  sheet.level(row, joins(message, placing) ? tail : tail + forth, tip - forth, role, weightOf(arrow));
  placeTip(message, row, tip - forth, forth, placing);
  if (arrow.both) placeTip(message, row, tail + forth, -forth, placing);
  placeText(message, row, [left, right], placing);
}

/** Adds the rows of a message with so many rows above and below its stem, and returns the stem's row. */
function addRows(
  { label }: MessageBlock,
  { above, below }: { readonly above: number; readonly below: number },
  { sheet, style }: Placing,
): number {
  const [lead, rest] = style.inside
    ? [above, Math.max(below, label.length - 1)]
    : [Math.max(above, label.length), below];
  return sheet.add('message', lead + 1 + rest) + lead;
}

/**
 * Places the text above a stem, or in it with its further lines below: under the text, or under the leg if they are long.
 * `left` and `right`: the cells around the stem.
 */
function placeText(
  { leg, label, role }: MessageBlock,
  row: number,
  [left, right]: readonly [number, number],
  { sheet, style }: Placing,
): void {
  if (!style.inside) {
    sheet.text(row - label.length, left + style.textGap + 1, label, role);
    return;
  }
  const start = left + 1 + stemLead;
  if (leg.width > 0) sheet.mark(row, start, leg.text, role);
  const textStart = start + (leg.width > 0 ? leg.width + 2 : 1);
  const [first, ...others] = label;
  if (first) sheet.text(row, textStart, [first], role);
  sheet.text(row + 1, textStart + widest(others) < right ? textStart : start, others, role);
}

/** `forth`: 1 for a head that points right, -1 for one that points left. */
function placeTip({ arrow, role }: MessageBlock, row: number, column: number, forth: number, placing: Placing): void {
  if (arrow.head === 'open') return;
  const [left, right] = placing.glyphs.heads[arrow.head];
  placing.sheet.mark(row, column, forth > 0 ? right : left, role);
}

/** Ends in a circle beside the lifeline. */
function placeLoose(message: MessageBlock, path: LoosePath, placing: Placing): void {
  const { sheet, glyphs } = placing;
  const { role } = message;
  const out = path.side === 'right' ? 1 : -1;
  const near = sheet.column(path.participant) + out * path.inset;
  const far = near + out * path.length;
  const row = addRows(message, { above: 0, below: 0 }, placing);
  for (const change of message.opens) sheet.turn(change, row);
  sheet.level(
    row,
    !path.isFound && joins(message, placing) ? near : near + out,
    far - out,
    role,
    weightOf(message.arrow),
  );
  sheet.mark(row, far, glyphs.nowhere, role);
  if (path.isFound || message.arrow.both) placeTip(message, row, near + out, -out, placing);
  if (!path.isFound || message.arrow.both) placeTip(message, row, far - out, out, placing);
  placeText(message, row, [Math.min(near, far), Math.max(near, far)], placing);
}

function placeLoop(message: MessageBlock, path: LoopPath, placing: Placing): void {
  const { sheet } = placing;
  const { label, role } = message;
  const column = sheet.column(path.participant);
  // On the left, distances are from the lifeline itself; on the right, from the outer side of its activations.
  const [out, leaves, returns] = path.side === 'right' ? [1, path.leaves, path.returns] : [-1, 0, 0];
  const reach = Math.max(leaves, returns);
  const upright = column + out * (reach + space.loop);
  const rows = Math.max(path.drawn ? 2 : 0, label.length);
  const top = sheet.add('message', rows);
  const bottom = top + rows - 1;
  for (const change of message.opens) sheet.turn(change, path.drawn ? bottom : top);
  const near = path.drawn
    ? upright + 2 * out
    : column + out * (path.side === 'right' ? reach + placing.style.textGap + 1 : 2);
  sheet.text(top, out === 1 ? near : near - path.column + 1, label, role);
  if (!path.drawn) return;
  const weight = weightOf(message.arrow);
  const [start, end] = [column + leaves * out, column + returns * out];
  sheet.level(top, joins(message, placing) ? start : start + out, upright, role, weight);
  sheet.upright(upright, top, bottom, role, weight);
  sheet.level(bottom, end + out, upright, role, weight);
  placeTip(message, bottom, end + out, -out, placing);
  if (message.arrow.both) placeTip(message, top, start + out, -out, placing);
}
