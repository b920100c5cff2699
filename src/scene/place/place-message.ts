/** Places messages: their words, arrows and loops, and the notes that hang under them. */
import { endsOf, isOutside } from '../../model/index.js';
import type { ScriptMessage } from '../../model/index.js';
import { labelLeft, looseLength, tagGap, wordsWidth } from '../columns/index.js';
import { rightReach } from '../measure/index.js';
import type { LoosePath, MessageBlock } from '../measure/index.js';
import { label, lead, loop, margin, tag } from '../metrics.js';
import type { Item, SceneMessage, Stroke } from '../scene.js';
import { styles } from '../text/index.js';
import type { Wrapped } from '../text/index.js';
import { drawArrow, drawLoop } from './arrows.js';
import { markPath, warningPath } from './marks.js';
import { placeCreatedHead } from './place-heads.js';
import { noteHeight, noteItems, placeNote } from './place-note.js';
import { line, path, rect, stroke, textLines } from './shapes.js';
import { lifeline } from './sheet.js';
import type { Placing } from './sheet.js';

/** The first leg of a redirect, until its second one is placed. */
export interface Pending {
  leg: { readonly at: string; readonly y: number } | null;
}

export function placeMessage(block: MessageBlock, placing: Placing, pending: Pending): void {
  const { sheet } = placing;
  const { step, path: way } = block;
  const top = sheet.next(step.redirectLeg === 'request' && pending.leg ? margin.secondLeg : margin.message);
  let items = way.kind === 'loop' ? placeLoop(block, way.at, top, placing) : placeArrow(block, top, placing);
  linkLegs(block, sheet.bottom, placing, pending);
  const isLoop = way.kind === 'loop';
  const hung = block.notes.filter(({ placement }) => placement === 'hung');
  for (const [index, attached] of hung.entries()) {
    const noteTop = sheet.next(index === 0 && isLoop ? margin.attachedToSelf : margin.attached);
    items = [...items, ...noteItems(attached, block, noteTop, placing)];
    sheet.fill(noteTop + noteHeight(attached, placing));
  }
  sheet.add({
    step: step.step,
    kind: 'message',
    title: titleOf(step, placing),
    participants: endsOf(step),
    ...{ top, bottom: sheet.bottom, items },
    message: messageOf(step),
  });
  for (const attached of block.notes) if (attached.placement !== 'hung') placeNote(attached, placing);
}

function messageOf({ from, to, arrow, isReply, number }: ScriptMessage): SceneMessage {
  const [start = null, end = null] = [from, to].map((id) => (isOutside(id) ? null : id));
  return { from: start, to: end, arrow, isReply, number };
}

/** `1. Client → Server: POST /token` */
function titleOf(step: ScriptMessage, { names }: Placing): string {
  const name = (id: string): string => names.get(id) ?? '…';
  const number = step.number === '' ? '' : `${step.number}. `;
  const who = step.from === step.to ? name(step.from) : `${name(step.from)} → ${name(step.to)}`;
  const text = step.lines.join(' ').trim();
  return number + who + (text === '' ? '' : `: ${text}`);
}

/** A redirect is one bent arrow: a thick bar on the browser's lifeline joins its legs. */
function linkLegs(
  { step, path: way, mark }: MessageBlock,
  y: number,
  { sheet, across }: Placing,
  pending: Pending,
): void {
  const before = pending.leg;
  pending.leg = null;
  if (mark !== 'redirect' || way.kind !== 'arrow') return;
  if (step.redirectLeg === 'response') pending.leg = { at: step.to, y };
  else if (before?.at === step.from) {
    const x = across.columns.x[way.from] ?? 0;
    const look = stroke('accent', 4, { round: true });
    sheet.redirects.push(line('redirect-bar', [x, before.y], [x, y], look, step.from));
  }
}

export const strokeOf = ({ step, isAccent }: MessageBlock): Stroke => {
  const color = step.tone ? `tone-${step.tone}` : isAccent ? 'accent' : 'line';
  return stroke(color, isAccent ? 1.75 : 1.5, { dash: step.arrow.line === 'dotted' ? '5 4' : '' });
};

function placeArrow(block: MessageBlock, top: number, placing: Placing): Item[] {
  const { sheet, across, heads } = placing;
  const { path: way } = block;
  const words = across.fit.label(block);
  const height = heightOf(block, words);
  const wordsHeight = height === 0 ? 0 : height + label.above;
  const creates = way.kind === 'arrow' && way.creates;
  const half = creates ? heads.height / 2 : 0;
  const y = top + Math.max(wordsHeight, half);
  if (creates) placeCreatedHead(way.to, y - half, placing);
  for (const turn of block.opens) sheet.turn(turn, y);
  for (const turn of block.closes) sheet.turn(turn, y);
  const items = [
    ...arrowItems(block, y, placing),
    ...wordsItems(block, words, labelLeft(block, across), y - wordsHeight, placing),
  ];
  if (block.ends !== null) placeEnd(block.ends, y, placing);
  sheet.fill(y + half);
  return items;
}

/** Of a message's words; a number, a mark or a tag has a line, too. */
const heightOf = ({ badge, mark, tag }: MessageBlock, { height }: Wrapped): number =>
  badge || mark || tag ? Math.max(styles.label.lineHeight, height) : height;

/** The cross at the end of a lifeline. */
function placeEnd(participant: number, y: number, placing: Placing): void {
  const { sheet, heads } = placing;
  const x = lifeline(placing, participant);
  sheet.end(participant, y);
  sheet.ends.push(
    path('end', [x, y], 'M-6 -6l12 12M6 -6l-12 12', [-6, -6, 6, 6], {
      stroke: stroke('line', 2, { round: true }),
      participant: heads.heads[participant]?.id ?? '',
    }),
  );
}

function arrowItems(block: MessageBlock, y: number, placing: Placing): readonly Item[] {
  const { path: way, step, ends } = block;
  if (way.kind === 'loop') return [];
  if (way.kind === 'loose') return looseItems(block, way, y, placing);
  const toRight = way.from < way.to;
  const out = toRight ? 1 : -1;
  const depths = depthsAt(block);
  const half = way.creates ? (placing.heads.heads[way.to]?.half ?? 0) : 0;
  const tail = lifeline(placing, way.from) + (toRight ? depths.fromRight : -depths.fromLeft);
  const meets = lifeline(placing, way.to) - out * (half > 0 ? half : toRight ? depths.toLeft : depths.toRight);
  // The cross of an end is on the lifeline.
  const isEnd = ends === way.to;
  return drawArrow(tail, meets - out * (isEnd ? 7 : 1), y, step.arrow, strokeOf(block));
}

/** How far the bars of both ends reach to each side, at the arrow. */
function depthsAt({ reach, path: way, opens }: MessageBlock) {
  const fromFirst = way.kind === 'arrow' && way.from === way.first;
  const opened = opens.at(-1)?.depth ?? 0;
  const first = { right: fromFirst ? reach.first : Math.max(reach.firstAfter, rightReach(opened)), left: reach.left };
  const last = { right: reach.right, left: fromFirst ? reach.lastAfter : reach.last };
  const [from, to] = fromFirst ? [first, last] : [last, first];
  return { fromRight: from.right, fromLeft: from.left, toRight: to.right, toLeft: to.left };
}

function looseItems(block: MessageBlock, way: LoosePath, y: number, placing: Placing): readonly Item[] {
  const x = lifeline(placing, way.at);
  const out = way.side === 'right' ? 1 : -1;
  const near = x + out * (way.side === 'right' ? block.reach.right : block.reach.left);
  const far = x + out * (looseLength(block, placing.across.fit) + (way.side === 'right' ? block.reach.right : 0));
  const look = strokeOf(block);
  const dot = path('end', [far, y], 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z', [-4, -4, 4, 4], { fill: look.color });
  const [tail, tip] = way.isFound ? [far, near + out] : [near, far - out * 5];
  return [dot, ...drawArrow(tail, tip, y, block.step.arrow, look)];
}

function placeLoop(block: MessageBlock, at: number, top: number, placing: Placing): Item[] {
  const { sheet, across } = placing;
  const words = across.fit.label(block);
  const wordsHeight = heightOf(block, words);
  const height = Math.max(loop.least, wordsHeight);
  const y = top + (height - loop.height) / 2;
  const isLeft = across.columns.sides[at] === 'left';
  const end = y + loop.height;
  for (const turn of block.opens) sheet.turn(turn, end);
  const { reach } = block;
  const [leaves, returns] = isLeft ? [reach.left, reach.left] : [reach.first, reach.firstAfter];
  const items = [
    ...drawLoop({ x: lifeline(placing, at), y, leaves, returns, isLeft }, block.step.arrow, strokeOf(block)),
    ...wordsItems(block, words, labelLeft(block, across), top + (height - wordsHeight) / 2, placing),
  ];
  for (const turn of block.closes) sheet.turn(turn, end);
  sheet.fill(top + height);
  if (block.ends !== null) {
    placeEnd(block.ends, top + height + 10, placing);
    sheet.fill(top + height + 16);
  }
  return items;
}

/** The number, the mark, the text and the tag. */
function wordsItems(
  block: MessageBlock,
  words: Wrapped,
  left: number,
  top: number,
  { paints }: Placing,
): readonly Item[] {
  const { badge, mark, step } = block;
  if (step.tone) paints.tone(step.tone);
  const start = left + block.lead;
  const markLeft = left + (badge ? badge.width + lead.badgeGap : 0);
  const markColor = mark === null || mark === 'redirect' ? 'accent' : paints.tone(mark).text;
  return [
    ...badgeItems(block, left, top),
    ...(mark ? [markPath(mark, markLeft, top, styles.label.lineHeight, markColor)] : []),
    ...textLines('label', words, styles.label, { left: start, right: start + words.width, top, align: 'start' }),
    ...tagItems(block, words, { left, start, top }),
  ];
}

/** Behind the last line; a line from right to left ends where the widest one does. */
function tagItems(
  block: MessageBlock,
  words: Wrapped,
  at: { readonly left: number; readonly start: number; readonly top: number },
): readonly Item[] {
  const { tag: said } = block;
  if (!said) return [];
  const { lineHeight } = styles.label;
  const { font, size } = styles.tag;
  const last = words.lines.at(-1);
  const behind = last?.isRtl ? words.width : (last?.width ?? 0);
  const left = Math.min(at.left + wordsWidth(block, words) - said.width, at.start + behind + tagGap(words));
  const top = at.top + Math.max(0, words.lines.length - 1) * lineHeight + (lineHeight - tag.height) / 2;
  return [
    rect(
      'tag',
      { left, right: left + said.width, top, bottom: top + tag.height },
      { radius: tag.radius, fill: 'threat-ground' },
    ),
    warningPath(left + tag.pad, top + (tag.height - tag.icon) / 2),
    {
      kind: 'text',
      role: 'tag',
      x: left + 2 * tag.pad + tag.icon - 2,
      y: top + tag.height / 2 + 0.355 * size,
      anchor: 'start',
      ...{ font, size, lineHeight: styles.tag.lineHeight },
      runs: [{ text: said.text, isBold: true, color: 'threat' }],
      isRtl: false,
      width: said.textWidth,
    },
  ];
}

function badgeItems({ badge, isAccent }: MessageBlock, left: number, top: number): readonly Item[] {
  if (!badge) return [];
  const size = lead.badgeSize;
  const y = top + (styles.label.lineHeight - size) / 2;
  const inset = isAccent ? 0.5 : 0;
  const disc = { left: left + inset, right: left + badge.width - inset, top: y + inset, bottom: y + size - inset };
  return [
    rect('badge', disc, {
      radius: size / 2 - inset,
      fill: isAccent ? 'card' : 'badge',
      stroke: isAccent ? stroke('accent', 1.5) : null,
    }),
    {
      kind: 'text',
      role: 'number',
      x: left + badge.width / 2,
      y: y + size / 2 + 0.355 * styles.badge.size,
      anchor: 'middle',
      ...{ font: styles.badge.font, size: styles.badge.size, lineHeight: styles.badge.lineHeight },
      runs: [{ text: badge.text, isBold: true, color: isAccent ? 'ring-digits' : 'digits' }],
      isRtl: false,
      width: badge.textWidth,
    },
  ];
}
