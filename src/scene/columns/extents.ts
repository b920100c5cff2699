/** Finds how far blocks reach to the left and to the right, and with that the edges of frames. */
import { band, frame, label, lead, loop, note } from '../metrics.js';
import type { Block, FrameBlock, Head, MessageBlock, NoteBlock, ReferenceBlock } from '../measure/index.js';
import { looseLength, overSides, referenceWidth, REFERENCE_BESIDE } from './columns.js';
import type { Columns } from './columns.js';
import { cardWidth, insideOf, labelStart, wordsWidth } from './fit.js';
import type { Fit } from './fit.js';

export interface Interval {
  readonly left: number;
  readonly right: number;
}

/** What extents depend on. */
export interface Across {
  readonly columns: Columns;
  readonly heads: readonly Head[];
  readonly fit: Fit;
}

export const nothing: Interval = { left: Infinity, right: -Infinity };

export const around = (intervals: Iterable<Interval>): Interval => {
  let { left, right } = nothing;
  for (const interval of intervals) {
    left = Math.min(left, interval.left);
    right = Math.max(right, interval.right);
  }
  return { left, right };
};

export const xOf = ({ columns }: Across, participant: number): number => columns.x[participant] ?? 0;

/** Edges of frames, by their blocks. */
export type Frames = ReadonlyMap<FrameBlock, Interval>;

export function frameEdges(blocks: readonly Block[], across: Across): Frames {
  const edges = new Map<FrameBlock, Interval>();
  for (const block of blocks) if (block.kind === 'frame') addFrame(block, across, edges);
  return edges;
}

function addFrame(block: FrameBlock, across: Across, edges: Map<FrameBlock, Interval>): void {
  const inner = insideOf(block);
  for (const inside of inner) if (inside.kind === 'frame') addFrame(inside, across, edges);
  const held = around(inner.flatMap((inside) => intervalsOf(inside, across, edges)));
  const base = held.left <= held.right ? held : wholeOf(across);
  const left = offLifelines(base.left - frame.beside, -1, across);
  const needed = Math.max(base.right + frame.beside, left + ownWidth(block, across.fit));
  edges.set(block, { left, right: offLifelines(needed, 1, across) });
}

/** All lifelines. */
function wholeOf(across: Across): Interval {
  const { x } = across.columns;
  return { left: (x[0] ?? 0) - frame.lifeline, right: (x.at(-1) ?? 0) + frame.lifeline };
}

/** An edge that is almost on a lifeline stands off it. */
function offLifelines(edge: number, outward: 1 | -1, { columns }: Across): number {
  const on = columns.x.find((x) => Math.abs(x - edge) < frame.near);
  return on === undefined ? edge : on + outward * frame.off;
}

/** The room for the texts of a frame itself, and for titles of phases in it. */
function ownWidth({ branches }: FrameBlock, fit: Fit): number {
  const headers = branches.map(({ said, operator, label: text }) =>
    headerWidth(fit.text(operator).width, (said?.tone ? lead.mark : 0) + fit.text(text).width),
  );
  const inside = branches.flatMap(({ blocks }) =>
    blocks.map((block) => {
      if (block.kind === 'phase') return 12 + fit.text(block.title).width + 10 + 20;
      return block.kind === 'delay' ? fit.text(block.text).width + 2 * 12 : 0;
    }),
  );
  return Math.ceil(Math.max(0, ...headers, ...inside));
}

function headerWidth(operator: number, text: number): number {
  const pill = operator === 0 ? 0 : operator + 2 * frame.pill.pad;
  const gap = pill > 0 && text > 0 ? frame.labelGap : 0;
  return pill + text === 0 ? 0 : frame.pill.x + pill + gap + text + 12;
}

/** Where a label starts: its badge, its mark, or its text. */
export function labelLeft(block: MessageBlock, across: Across): number {
  const { path, reach } = block;
  const words = (): number => wordsWidth(block, across.fit.label(block));
  if (path.kind === 'arrow') {
    // A created participant on the left has its card there.
    const card = path.creates && path.to === path.first ? (across.heads[path.to]?.half ?? 0) : 0;
    return xOf(across, path.first) + Math.max(labelStart(block), card === 0 ? 0 : card + label.before);
  }
  const x = xOf(across, path.at);
  if (path.kind === 'loose') {
    return path.side === 'right' ? x + reach.right + label.before : x - looseLength(block, across.fit) + label.before;
  }
  return across.columns.sides[path.at] === 'left' ? x - loop.text - reach.left - words() : x + reach.right + loop.text;
}

export function noteInterval(block: NoteBlock, message: MessageBlock | null, across: Across): Interval {
  const width = cardWidth(block, across.fit.note(block));
  const { first, last, placement, reach } = block;
  if (placement === 'hung' && message) return hungInterval(width, message, across);
  if (placement === 'left') {
    const right = xOf(across, first) - note.beside;
    return { left: right - width, right };
  }
  if (placement === 'right') {
    const left = xOf(across, last) + reach + note.beside;
    return { left, right: left + width };
  }
  const [from, to] = [xOf(across, first), xOf(across, last)];
  // It shows from where to where it goes.
  if (first < last) return { left: from + note.beside, right: to - note.beside };
  const [before, after] = overSides(first, width, across.heads);
  return { left: from - before, right: from + after };
}

function hungInterval(width: number, message: MessageBlock, across: Across): Interval {
  const { path, reach } = message;
  if (path.kind === 'loop' && across.columns.sides[path.at] === 'left') {
    const right = xOf(across, path.at) - loop.text - reach.left;
    return { left: right - width, right };
  }
  const left = path.kind === 'arrow' ? xOf(across, path.first) + labelStart(message) : labelLeft(message, across);
  return { left, right: left + width };
}

export function referenceInterval(block: ReferenceBlock, across: Across): Interval {
  const { first, last, reach } = block;
  const width = referenceWidth(block, across.fit);
  const [from, to] = [xOf(across, first), xOf(across, last)];
  if (first < last) return { left: from - REFERENCE_BESIDE, right: to + REFERENCE_BESIDE + reach };
  const [before, after] = overSides(first, width, across.heads);
  return { left: from - before, right: from + after };
}

/** What a block draws, each with the lifelines that it meets. */
export function intervalsOf(block: Block, across: Across, frames: Frames): readonly Interval[] {
  switch (block.kind) {
    case 'message':
      return messageIntervals(block, across);
    case 'note':
      return [noteInterval(block, null, across)];
    case 'ref':
      return [referenceInterval(block, across)];
    case 'frame': {
      const edges = frames.get(block);
      return edges ? [edges] : [];
    }
    case 'phase':
    case 'delay':
    case 'turn':
      return [];
  }
}

function messageIntervals(block: MessageBlock, across: Across): readonly Interval[] {
  const { path, reach, notes } = block;
  const left = labelLeft(block, across);
  const words = { left, right: left + wordsWidth(block, across.fit.label(block)) };
  const [first, last] = path.kind === 'arrow' ? [path.first, path.last] : [path.at, path.at];
  const line = {
    left: xOf(across, first) - frame.lifeline - reach.left,
    right: xOf(across, last) + frame.lifeline + reach.right,
  };
  const cards = notes.map((attached) => noteInterval(attached, block, across));
  return [words, line, ...cards, ...pathIntervals(block, across)];
}

function pathIntervals({ path, reach, ...block }: MessageBlock, across: Across): readonly Interval[] {
  if (path.kind === 'arrow') {
    const half = path.creates ? (across.heads[path.to]?.half ?? 0) : 0;
    const x = xOf(across, path.to);
    return half === 0 ? [] : [{ left: x - half, right: x + half }];
  }
  const x = xOf(across, path.at);
  if (path.kind === 'loop') {
    const far = loop.width + (across.columns.sides[path.at] === 'left' ? reach.left : reach.right);
    return [across.columns.sides[path.at] === 'left' ? { left: x - far, right: x } : { left: x, right: x + far }];
  }
  const length = looseLength({ ...block, path, reach }, across.fit);
  return [path.side === 'left' ? { left: x - length - 4, right: x } : { left: x, right: x + reach.right + length + 4 }];
}

/** The title of a phase, or the words of a delay, with the room around them. */
export const bandWidth = (block: Block, fit: Fit): number => {
  if (block.kind === 'phase' && !block.isNested) return fit.text(block.title, 600).width + 2 * band.text;
  return block.kind === 'delay' ? fit.text(block.text).width + 2 * 12 : 0;
};
