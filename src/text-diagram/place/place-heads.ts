/** Places participants' heads, and the boxes around them. */
import type { Group } from '../measure/index.js';
import { titleInset } from '../options.js';
import type { Placing } from './sheet.js';

interface HeadRows {
  readonly top: number;
  readonly bottom: number;
  /** The row of the border that the lifeline does not join, which has the shape's name. */
  readonly markRow: number;
}

/** Places one head on rows that already exist. */
export function placeHead(participant: number, rows: HeadRows, { sheet, measured }: Placing): void {
  const head = measured.heads[participant];
  if (!head) return;
  const { top, bottom, markRow } = rows;
  const left = sheet.column(participant) - head.left;
  const right = sheet.column(participant) + head.right;
  sheet.box({ left, top, right, bottom }, 'participant');
  const centre = (width: number): number => left + Math.floor((right - left + 1 - width) / 2);
  if (head.mark.width > 0) sheet.mark(markRow, centre(head.mark.width), head.mark.text, 'participant');
  const first = top + 1 + Math.floor((bottom - top - 1 - head.lines.length) / 2);
  // Not padded: where columns are few, the box has no blank cell beside its text.
  for (const [index, line] of head.lines.entries())
    if (line.width > 0) sheet.mark(first + index, centre(line.width), line.text, 'participant');
}

/** The height of a head, including both borders. */
export const headHeight = (participant: number, { measured }: Placing): number =>
  (measured.heads[participant]?.lines.length ?? 0) + 2;

/** Places a row of heads, all as tall as the tallest; `at` is the end of the diagram. */
function placeHeads(participants: readonly number[], at: 'top' | 'bottom', placing: Placing): HeadRows {
  const height = Math.max(...participants.map((participant) => headHeight(participant, placing)));
  const top = placing.sheet.add('head', height);
  const bottom = top + height - 1;
  const rows = { top, bottom, markRow: at === 'top' ? top : bottom };
  for (const participant of participants) placeHead(participant, rows, placing);
  return rows;
}

export function placeTopHeads(placing: Placing): void {
  const { sheet, measured } = placing;
  const { heads, groups } = measured;
  const top = sheet.add('head', Math.max(0, ...groups.map(({ title }) => Math.max(1, title.length))));
  const present = [...heads.keys()].filter((participant) => heads[participant]?.created === false);
  if (present.length > 0) {
    const { bottom } = placeHeads(present, 'top', placing);
    for (const participant of present) sheet.begin(participant, bottom);
  }
  if (groups.length > 0) sheet.add('head');
  for (const group of groups) placeGroup(group, top, placing);
}

function placeGroup({ extent, title }: Group, top: number, { sheet, style }: Placing): void {
  const left = sheet.column(extent.first) - extent.left;
  const right = sheet.column(extent.last) + extent.right;
  sheet.frame({ left, top, right, bottom: sheet.bottom - 1 }, 'box');
  sheet.text(top, left + titleInset(style), title, 'box');
}

/** Repeats the heads at the bottom, for readers who scrolled. Participants that don't exist there have none. */
export function placeBottomHeads(placing: Placing): void {
  const { sheet, measured } = placing;
  const alive = [...measured.heads.keys()].filter((participant) => sheet.isAlive(participant));
  if (alive.length === 0) return;
  const { top } = placeHeads(alive, 'bottom', placing);
  for (const participant of alive) sheet.end(participant, top);
}
