/** Finds the places of lifelines for a measure. */
import { Distances, spread } from '../../layout/index.js';
import { band, frame, label, loop, note, zone } from '../metrics.js';
import type { Block, Head, Heads, MessageBlock, NoteBlock, ReferenceBlock } from '../measure/index.js';
import { cardWidth, flatBlocks, labelStart, wordsWidth } from './fit.js';
import type { Fit } from './fit.js';

export type Side = 'left' | 'right';

export interface Columns {
  /** The lifelines, from the left edge of what belongs to participants. */
  readonly x: readonly number[];
  /** The right edge of what belongs to participants: heads, zones, texts beside lifelines. */
  readonly right: number;
  /** The side on which each participant has its self-messages. */
  readonly sides: readonly Side[];
}

/** Nodes: the left edge is 0, the lifelines are 1 to n, the right edge is n + 1. */
interface Needs {
  readonly between: Distances;
  /** The room of self-messages beside each lifeline; 0 for none. */
  readonly loops: number[];
}

/** A picture may be so much narrower by its self-messages on the left that they stand there. */
const WORTH = 12;

export function solveColumns(blocks: readonly Block[], heads: Heads, fit: Fit): Columns {
  const count = heads.heads.length;
  const needs: Needs = { between: new Distances(), loops: Array.from({ length: count }, () => 0) };
  for (const block of flatBlocks(blocks)) needBlock(block, needs, heads.heads, fit);
  for (const { box, title, half } of heads.zones) {
    // Between the outer lifelines of a zone there is room for its title.
    const inside = title.width + zone.titleRoom - 2 * half;
    if (box.last > box.first) needs.between.need(box.first + 1, box.last + 1, inside);
  }
  const base = baseGaps(heads);
  const asked = needs.between.inOrder();
  const sides = chooseSides(needs.loops, base, asked);
  const gaps = spread(base, withLoops(asked, needs.loops, sides)).map((gap) => Math.ceil(gap - 0.01));
  const x: number[] = [];
  let at = 0;
  for (const gap of gaps.slice(0, count)) x.push((at += gap));
  return { x, right: at + (gaps[count] ?? 0), sides };
}

/** The distances of heads and zones alone. */
function baseGaps({ heads, zones, areMany }: Heads): readonly number[] {
  const isEdge = (index: number): boolean => {
    const box = zones[heads[index]?.zone ?? -1]?.box;
    return box?.first === index || box?.last === index;
  };
  const outer = (index: number): number => {
    const head = heads[index];
    if (!head) return 0;
    return isEdge(index) ? Math.max(head.half, zones[head.zone]?.half ?? 0) : head.half;
  };
  const between = heads.slice(1).map((right, index) => {
    const left = heads[index];
    const least = areMany ? 92 : 104;
    if (!left) return least;
    const inOne = left.zone >= 0 && left.zone === right.zone;
    if (inOne) return Math.max(least, left.half + right.half + (areMany ? 14 : 16));
    const isZoned = left.zone >= 0 || right.zone >= 0;
    const zoneGap = areMany ? zone.gapMany : zone.gap;
    const gap = isZoned ? zoneGap : areMany ? 14 : 20;
    return Math.max(least, outer(index) + outer(index + 1) + gap);
  });
  return [outer(0), ...between, outer(heads.length - 1)];
}

type Asked = ReturnType<Distances['inOrder']>;

function withLoops(asked: Asked, loops: readonly number[], sides: readonly Side[]): Asked {
  const all = new Distances();
  for (const [from, to, distance] of asked) all.need(from, to, distance);
  for (const [index, distance] of loops.entries()) {
    const from = sides[index] === 'left' ? index : index + 1;
    if (distance > 0) all.need(from, from + 1, distance);
  }
  return all.inOrder();
}

/** The widest first. On the left where that makes the picture narrower; those of the last lifeline where it costs nothing, too. */
function chooseSides(loops: readonly number[], base: readonly number[], asked: Asked): readonly Side[] {
  const sides: Side[] = loops.map(() => 'right');
  const order = loops
    .map((room, index) => ({ room, index }))
    .filter(({ room }) => room > 0)
    .sort((one, other) => other.room - one.room || one.index - other.index);
  const placed = loops.map(() => 0);
  const widthOf = (): number => spread(base, withLoops(asked, placed, sides)).reduce((sum, gap) => sum + gap, 0);
  for (const { room, index } of order) {
    const before = widthOf();
    placed[index] = room;
    const right = widthOf();
    sides[index] = 'left';
    const left = widthOf();
    const isLast = index === loops.length - 1 && index > 0;
    if (right - left <= WORTH && !(isLast && left <= before)) sides[index] = 'right';
  }
  return sides;
}

function needBlock(block: Block, needs: Needs, heads: readonly Head[], fit: Fit): void {
  if (block.kind === 'message') needMessage(block, needs, heads, fit);
  else if (block.kind === 'note') needNote(block, needs, heads, fit);
  else if (block.kind === 'ref') needReference(block, needs, heads, fit);
}

function needMessage(block: MessageBlock, needs: Needs, heads: readonly Head[], fit: Fit): void {
  const { path, reach } = block;
  const words = wordsWidth(block, fit.label(block));
  const notes = hungWidth(block, fit);
  if (path.kind === 'loop') {
    const room = loop.text + reach.right + Math.max(words, notes) + loop.after;
    needs.loops[path.at] = Math.max(needs.loops[path.at] ?? 0, room);
  } else if (path.kind === 'loose') {
    const room = looseLength(block, fit) + reach.right;
    if (path.side === 'left') needs.between.need(path.at, path.at + 1, room);
    else needs.between.need(path.at + 1, path.at + 2, room);
  } else {
    const { first, last, to, creates } = path;
    const after = label.after + reach.lastAfter;
    const card = creates ? (heads[to]?.half ?? 0) + 8 : 0;
    needs.between.need(first + 1, last + 1, labelStart(block) + words + after + card);
    needs.between.need(first + 1, last + 1, labelStart(block) + notes + after);
  }
  for (const attached of block.notes) if (attached.placement !== 'hung') needNote(attached, needs, heads, fit);
}

/** The widest of the notes under a message. */
export const hungWidth = ({ notes }: MessageBlock, fit: Fit): number =>
  notes.reduce(
    (most, block) => (block.placement === 'hung' ? Math.max(most, cardWidth(block, fit.note(block))) : most),
    0,
  );

/** From the lifeline to nowhere: the label and the notes have room, and there is a dot at the end. */
export const looseLength = (block: MessageBlock, fit: Fit): number =>
  label.before + Math.max(40, wordsWidth(block, fit.label(block)), hungWidth(block, fit)) + label.after;

function needNote(block: NoteBlock, needs: Needs, heads: readonly Head[], fit: Fit): void {
  const { first, last, placement, reach } = block;
  const card = cardWidth(block, fit.note(block));
  if (placement === 'left') needs.between.need(first, first + 1, card + 2 * note.beside);
  else if (placement === 'right') needs.between.need(last + 1, last + 2, card + 2 * note.beside + reach);
  else if (first < last) needs.between.need(first + 1, last + 1, card + 2 * note.beside);
  else needOver(first, card, needs, heads);
}

/** At the outer lifelines, a card's outer edge stays on the head's. */
function needOver(at: number, card: number, { between }: Needs, heads: readonly Head[]): void {
  const [left, right] = overSides(at, card, heads);
  between.need(at, at + 1, left + (at === 0 ? 0 : note.beside));
  between.need(at + 1, at + 2, right + (at === heads.length - 1 ? 0 : note.beside));
}

/** What a card over one lifeline takes on its two sides. */
export function overSides(at: number, card: number, heads: readonly Head[]): readonly [left: number, right: number] {
  const half = heads[at]?.half ?? 0;
  const isFirst = at === 0;
  const isLast = at === heads.length - 1;
  if (card <= 2 * half || isFirst === isLast) return [card / 2, card / 2];
  return isFirst ? [half, card - half] : [card - half, half];
}

/** How far a reference's card goes beyond the lifelines that it spans. */
export const REFERENCE_BESIDE = 16;

export function referenceWidth({ operator, body }: ReferenceBlock, fit: Fit): number {
  const pill = fit.text(operator).width + 2 * frame.pill.pad;
  const words = fit.text(body);
  return Math.ceil(frame.pill.x + pill + (words.width === 0 ? 0 : frame.labelGap + words.width) + band.text);
}

function needReference(block: ReferenceBlock, needs: Needs, heads: readonly Head[], fit: Fit): void {
  const { first, last, reach } = block;
  const card = referenceWidth(block, fit);
  if (first === last) needOver(first, card, needs, heads);
  else {
    needs.between.need(first + 1, last + 1, card - 2 * REFERENCE_BESIDE - reach);
    needs.between.need(first, first + 1, REFERENCE_BESIDE + (first === 0 ? 0 : note.beside));
    needs.between.need(last + 1, last + 2, REFERENCE_BESIDE + reach + (last === heads.length - 1 ? 0 : note.beside));
  }
}
