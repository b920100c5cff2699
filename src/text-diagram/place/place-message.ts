/** Places one message: its label, stem and heads, and participants that it creates or destroys. */
import type { Arrow } from '../../model/index.js';
import type { ArrowPath, LoopPath, LoosePath, MessageBlock } from '../measure/index.js';
import { space } from '../options.js';
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
  const { extent, label, role, arrow } = message;
  const left = sheet.column(extent.first) + path.leftInset;
  const right = sheet.column(extent.last) - path.rightInset;
  // The arrow ends at the middle of a new participant's head.
  const height = path.creates ? headHeight(path.to, placing) : 1;
  const above = Math.floor(height / 2);
  const lead = Math.max(label.length, above);
  const row = sheet.add('message', lead + height - above) + lead;
  sheet.text(row - label.length, left + placing.style.textGap + 1, label, role);
  if (path.creates) {
    const [top, bottom] = [row - above, sheet.bottom - 1];
    placeHead(path.to, { top, bottom, markRow: top }, placing);
    sheet.begin(path.to, bottom);
  }
  for (const change of message.opens) sheet.turn(change, path.creates ? sheet.bottom - 1 : row);
  const [tail, tip] = path.from < path.to ? [left, right] : [right, left];
  const forth = Math.sign(tip - tail);
  sheet.level(row, joins(message, placing) ? tail : tail + forth, tip - forth, role, weightOf(arrow));
  placeTip(message, row, tip - forth, forth, placing);
  if (arrow.both) placeTip(message, row, tail + forth, -forth, placing);
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
  const { label, role } = message;
  const out = path.side === 'right' ? 1 : -1;
  const near = sheet.column(path.participant) + out * path.inset;
  const far = near + out * path.length;
  const row = sheet.add('message', label.length + 1) + label.length;
  sheet.text(row - label.length, Math.min(near, far) + placing.style.textGap + 1, label, role);
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
