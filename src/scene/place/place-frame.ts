/** Places fragments, regions and phases, and what is in them. */
import type { ScriptFragment } from '../../model/index.js';
import { around } from '../columns/index.js';
import type { Interval } from '../columns/index.js';
import type { Block, BranchBlock, FrameBlock, PhaseBlock } from '../measure/index.js';
import { openFrame, placeContinues } from './cut-frame.js';
import { band, frame, lead, margin } from '../metrics.js';
import type { Item } from '../scene.js';
import { markPath } from './marks.js';
import { placeMessage } from './place-message.js';
import type { Pending } from './place-message.js';
import { placeNames } from './place-heads.js';
import { placeDelay, placeNote, placeReference } from './place-note.js';
import { line, rect, stroke, textLines } from './shapes.js';
import type { Placing } from './sheet.js';

/** `inside`: the edges of the frame around them, or of the whole picture. */
export function placeBlocks(blocks: readonly Block[], inside: Interval, placing: Placing): void {
  const pending: Pending = { leg: null };
  for (const block of blocks) {
    if (block.kind === 'message') placeMessage(block, placing, pending);
    else if (block.kind === 'note') placeNote(block, placing);
    else if (block.kind === 'ref') placeReference(block, placing);
    else if (block.kind === 'delay') placeDelay(block, inside, placing);
    else if (block.kind === 'phase') placePhase(block, inside, placing);
    else if (block.kind === 'turn') placing.sheet.turn(block.turn, placing.sheet.bottom);
    else placeFrame(block, placing);
    placing.sheet.bottoms.set(block, placing.sheet.bottom);
  }
}

function placePhase(block: PhaseBlock, inside: Interval, placing: Placing): void {
  if (block.isNested) placeNestedPhase(block, inside, placing);
  else placeBand(block, placing);
}

function placeBand({ step, title }: PhaseBlock, placing: Placing): void {
  const { sheet, across, left, right } = placing;
  const words = across.fit.text(title, 600);
  const top = sheet.next(margin.band.above);
  const bottom = top + band.height + Math.max(0, words.height - title.style.lineHeight);
  sheet.bandTops.set(step.step, top);
  sheet.bands.push(rect('band', { left, right, top, bottom }, { radius: band.radius, fill: 'band' }));
  const items = textLines('phase', words, title.style, {
    ...{ left: left + band.text, right: right - band.text, top: top + (band.height - title.style.lineHeight) / 2 },
    align: 'start',
  });
  addPhase(step, top, bottom, items, placing);
  sheet.fill(bottom, margin.band.below);
  if (placing.repeats.has(step.step)) placeNames(placing);
}

function placeNestedPhase({ step, title }: PhaseBlock, inside: Interval, placing: Placing): void {
  const { sheet, across } = placing;
  const words = across.fit.text(title);
  const top = sheet.next(margin.nested.above);
  const bottom = top + words.height;
  const left = inside.left + 12;
  const y = top + title.style.lineHeight / 2;
  const items: readonly Item[] = [
    ...textLines('phase', words, title.style, { left, right: left + words.width, top, align: 'start' }),
    line('phase-rule', [left + words.width + 10, y], [inside.right - 12, y], stroke('hair', 1)),
  ];
  addPhase(step, top, bottom, items, placing);
  sheet.fill(bottom, margin.nested.below);
}

const addPhase = (
  step: PhaseBlock['step'],
  top: number,
  bottom: number,
  items: readonly Item[],
  { sheet }: Placing,
): void =>
  sheet.add({
    step: step.step,
    kind: 'phase',
    title: step.lines.join(' ').trim(),
    participants: [],
    ...{ top, bottom, items },
  });

function placeFrame(block: FrameBlock, placing: Placing): void {
  const { sheet, frames } = placing;
  const edges = frames.get(block) ?? around([]);
  if (block.step.kind === 'highlight') placeRegion(block, edges, placing);
  else placeFragment(block, block.step, edges, placing);
  for (const participant of block.revives) sheet.begin(participant, sheet.bottom);
}

/** The mark of a region's tone: so far from its corner, beside the first lifeline. */
const MARK = 3;
/** The least height of a region, which may be empty. */
const LEAST = 20;

/** A coloured ground, with the mark of its tone. */
function placeRegion(block: FrameBlock, edges: Interval, placing: Placing): void {
  const { sheet, paints } = placing;
  const { step } = block;
  if (step.kind !== 'highlight') return;
  const top = sheet.next(margin.message);
  sheet.fill(top, frame.bottom);
  const [regionsBefore, at] = [sheet.regions.length, sheet.steps.length];
  const { tone } = step;
  if (tone) {
    const items = [markPath(tone, edges.left + MARK, top + MARK, 12, paints.tone(tone).text)];
    sheet.add({ step: step.step, kind: 'region', title: '', participants: [], top, bottom: top, items });
  }
  for (const { blocks } of block.branches) placeBlocks(blocks, edges, placing);
  const bottom = Math.max(sheet.bottom + frame.bottom, top + LEAST);
  const fill = paints.region(step.color, tone);
  // A region inside is drawn over it.
  sheet.regions.splice(regionsBefore, 0, rect('region', { ...edges, top, bottom }, { radius: frame.radius, fill }));
  if (tone) sheet.close(at, { step: step.step, title: tone, bottom });
  sheet.fill(bottom);
}

function placeFragment(block: FrameBlock, step: ScriptFragment, edges: Interval, placing: Placing): void {
  const { sheet } = placing;
  const top = sheet.next(margin.frame.above);
  const lines: Item[] = [];
  let headerTop = top + frame.top;
  for (const [index, branch] of block.branches.entries()) {
    if (index > 0) {
      const y = sheet.bottom + frame.branchAbove;
      lines.push(line('branch-line', [edges.left, y], [edges.right, y], stroke('frame', 1, { dash: '2 4' })));
      headerTop = y + frame.branchBelow;
    }
    const at = sheet.steps.length;
    const height = placeHeader(branch, headerTop, edges, placing);
    for (const participant of branch.revives) sheet.begin(participant, headerTop);
    for (const turn of branch.restores) sheet.turn(turn, headerTop);
    sheet.fill(headerTop + height, margin.frame.header);
    placeBlocks(branch.blocks, edges, placing);
    const title = [branch.said?.operator ?? '', ...(branch.said?.lines ?? [])].join(' ').trim();
    sheet.close(at, { step: step.step, title, bottom: sheet.bottom });
  }
  if (block.cut) placeContinues(block.cut, edges, placing);
  const bottom = sheet.bottom + frame.bottom;
  const box = block.cut
    ? openFrame({ ...edges, top, bottom }, block.cut)
    : rect('frame', { ...edges, top, bottom }, { radius: frame.radius, stroke: stroke('frame', 1) });
  sheet.frames.push(box, ...lines);
  sheet.fill(bottom, margin.frame.below);
}

/** The operator in its pill, and the label. Returns their height. */
function placeHeader(
  { said, operator, label }: BranchBlock,
  top: number,
  edges: Interval,
  { sheet, across, paints }: Placing,
): number {
  const word = across.fit.text(operator);
  const words = across.fit.text(label);
  const items: Item[] = [];
  let left = edges.left + frame.pill.x;
  if (word.width > 0) {
    const pill = { left, right: left + word.width + 2 * frame.pill.pad, top, bottom: top + frame.pill.height };
    items.push(
      rect('pill', pill, { radius: frame.pill.radius, fill: 'pill' }),
      ...textLines('operator', word, operator.style, {
        ...{ left: pill.left, right: pill.right, top: top + 1 },
        align: 'middle',
      }),
    );
    left = pill.right + frame.labelGap;
  }
  if (said?.tone) {
    items.push(markPath(said.tone, left, top, frame.pill.height, paints.tone(said.tone).text));
    left += lead.mark;
  }
  const texts = textLines('branch', words, label.style, { left, right: left + words.width, top, align: 'start' });
  sheet.add({ step: '', kind: 'branch', title: '', participants: [], top, bottom: top, items: [...items, ...texts] });
  return Math.max(word.width > 0 || said?.tone ? frame.pill.height : 0, words.height);
}
