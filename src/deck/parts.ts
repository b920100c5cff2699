/** Divides a flow into parts that each fill a slide. */
import { phasesOf, stepLists } from '../model/index.js';
import type { Delay, Excerpt, Flow, FlowReference, Message, Note, Step } from '../model/index.js';
import type { Text } from '../source/index.js';

/** What is drawn. */
interface Leaf {
  readonly step: Message | Note | Delay | FlowReference;
  /** The cost of a cut before it: one for each fragment or region that the cut would split, half where a branch begins. */
  readonly depth: number;
}

export interface Part {
  /** The phase's name; null before the first phase and in a flow without phases. */
  readonly phase: Text | null;
  /** In document order. */
  readonly leaves: readonly Leaf[];
}

export const excerptOf = ({ leaves }: Part): Excerpt => new Set(leaves.map(({ step }) => step.id));

/** One part per phase, in the order in which they begin. */
export function partsByPhase(flow: Flow): readonly Part[] {
  const phases = phasesOf(flow.steps);
  const parts = new Map<Text | null, Leaf[]>();
  const walk = (steps: readonly Step[], first: number, others: number) => {
    let depth = first;
    for (const step of steps) {
      const phase = phases.get(step) ?? null;
      if (isLeaf(step)) {
        const leaves = parts.get(phase) ?? [];
        parts.set(phase, leaves);
        leaves.push({ step, depth });
      }
      for (const [index, inside] of stepLists(step).entries())
        walk(inside, index === 0 ? depth : others + 0.5, others + 1);
      depth = others;
    }
  };
  walk(flow.steps, 0, 0);
  return [...parts].map(([phase, leaves]) => ({ phase, leaves }));
}

const isLeaf = (step: Step): step is Leaf['step'] => ['message', 'note', 'delay', 'ref'].includes(step.kind);

/** Where a part's messages are in its diagram, in the diagram's pixels. */
interface Measured {
  readonly height: number;
  /** The upper edge of each message with its text, in order. */
  readonly tops: readonly number[];
  /** The lower edge of the last step. */
  readonly bottom: number;
}

/** The height that each frame around a cut may add, in pixels of the diagram. */
const FRAME = 50;

/**
 * Cuts a part that is higher than `room` before messages, so that each piece fits. The cuts split the fewest fragments and give
 * pieces of about the same height. A message with its notes stays whole, however high it is.
 */
export function cutPart(part: Part, { height, tops, bottom }: Measured, room: number): readonly Part[] {
  if (height <= room) return [part];
  const heads = (tops[0] ?? 0) + height - bottom;
  const edges = [...tops, bottom];
  const blocks = blocksOf(part).map((leaves, index): MeasuredBlock => ({
    leaves,
    depth: leaves[0]?.depth ?? 0,
    height: (edges[index + 1] ?? 0) - (edges[index] ?? 0),
  }));
  const pieces: Part[] = [];
  for (let start = 0; start < blocks.length;) {
    const end = chooseEnd(blocks, start, room - heads);
    pieces.push({ phase: part.phase, leaves: blocks.slice(start, end).flatMap(({ leaves }) => leaves) });
    start = end;
  }
  return pieces;
}

interface MeasuredBlock {
  readonly leaves: readonly Leaf[];
  readonly depth: number;
  readonly height: number;
}

/** A part's messages, each with the notes after it; the first one also with the notes before it. */
export function blocksOf({ leaves }: Part): readonly (readonly Leaf[])[] {
  const blocks: Leaf[][] = [];
  for (const leaf of leaves) {
    const isNext = isMessage(leaf) && blocks.at(-1)?.some(isMessage) === true;
    if (isNext || blocks.length === 0) blocks.push([leaf]);
    else blocks.at(-1)?.push(leaf);
  }
  return blocks;
}

const isMessage = ({ step }: Leaf): boolean => step.kind === 'message';

/**
 * Chooses the block that the next piece begins with: among the ends that give pieces of about the same height, the one that
 * splits the fewest fragments.
 */
function chooseEnd(blocks: readonly MeasuredBlock[], start: number, room: number): number {
  const rest = blocks.slice(start).reduce((sum, { height }) => sum + height, 0);
  const share = rest / Math.ceil(rest / Math.max(1, room));
  const ends: { readonly end: number; readonly depth: number; readonly height: number }[] = [];
  let height = FRAME * Math.ceil(blocks[start]?.depth ?? 0);
  for (let end = start + 1; end <= blocks.length; end += 1) {
    height += blocks[end - 1]?.height ?? 0;
    const depth = blocks[end]?.depth ?? 0;
    if (end > start + 1 && height + FRAME * Math.ceil(depth) > room) break;
    ends.push({ end, depth, height });
  }
  if (ends.at(-1)?.end === blocks.length) return blocks.length;
  const full = ends.filter(({ height }) => height >= 0.6 * share);
  const candidates = full.length > 0 ? full : ends.slice(-1);
  const least = Math.min(...candidates.map(({ depth }) => depth));
  const [best] = candidates
    .filter(({ depth }) => depth === least)
    .sort((one, other) => Math.abs(one.height - share) - Math.abs(other.height - share));
  return best?.end ?? start + 1;
}
