/** Lays a picture out from left to right: the loosest measure that is narrow enough. */
import { head as headSizes, MARGIN, measures as usual } from '../metrics.js';
import type { Block, Heads } from '../measure/index.js';
import { solveColumns } from './columns.js';
import { around, bandWidth, frameEdges } from './extents.js';
import type { Across, Frames, Interval } from './extents.js';
import { Fit, flatBlocks } from './fit.js';
import { widenTexts } from './widen.js';

export interface Laid {
  readonly across: Across;
  readonly frames: Frames;
  /** Of the picture, without the margins around it. */
  readonly whole: Interval;
}

/** Of pictures that are all too wide, the loosest that is hardly wider than the narrowest. */
const HARDLY = 1.03;

/**
 * @param maxWidth px, with the margins; only words without a place to break them exceed it
 * @param least px, without the margins: what the heading needs
 * @param measures in characters, the loosest first
 */
export function layAcross(
  blocks: readonly Block[],
  heads: Heads,
  maxWidth: number,
  least: number,
  measures: readonly number[] = usual,
): Laid {
  const tried: { readonly measure: number; readonly width: number }[] = [];
  for (const measure of measures) {
    const laid = lay(blocks, heads, measure, least);
    const width = widthOf(laid);
    if (width <= maxWidth) return finish(blocks, laid, least);
    tried.push({ measure, width });
  }
  const narrowest = Math.min(...tried.map(({ width }) => width));
  const best = tried.find(({ width }) => width <= narrowest * HARDLY);
  return finish(blocks, lay(blocks, heads, best?.measure ?? usual[0], least), least);
}

/** How far the contents move to the right: to the margin, and so that lifelines are in the middle of a pixel. */
export const shiftOf = ({ whole }: Laid): number => Math.ceil(MARGIN - whole.left) + 0.5;

/** Of the picture, in px. */
const widthOf = (laid: Laid): number => Math.ceil(laid.whole.right + shiftOf(laid) + MARGIN);

function lay(blocks: readonly Block[], heads: Heads, measure: number, least: number): Laid {
  const fit = new Fit(measure);
  return enclose(blocks, { columns: solveColumns(blocks, heads, fit), heads: heads.heads, fit }, least);
}

/** With the texts in the room that they have now. */
function finish(blocks: readonly Block[], { across }: Laid, least: number): Laid {
  widenTexts(blocks, across);
  return enclose(blocks, across, least);
}

/** Wider by `room` px, at most, in its gaps between lifelines: evenly, and none wider than `most`. `laid` begins where it begins. */
export function spreadAcross(blocks: readonly Block[], laid: Laid, room: number, most: number): Laid {
  const { across, whole } = laid;
  const { columns } = across;
  const gaps = columns.x.slice(1).map((x, index) => x - (columns.x[index] ?? 0));
  const wider = level(gaps, room, most);
  const x = columns.x.map(
    (at, index) => at + wider.slice(0, index).reduce((sum, gap, i) => sum + gap - (gaps[i] ?? 0), 0),
  );
  const added = (x.at(-1) ?? 0) - (columns.x.at(-1) ?? 0);
  const moved = { ...across, columns: { ...columns, x, right: columns.right + added } };
  return finish(blocks, { ...laid, across: moved }, whole.right - whole.left);
}

/** The smallest gaps grow first, until they are alike. */
function level(gaps: readonly number[], room: number, most: number): readonly number[] {
  const to = (least: number): readonly number[] => gaps.map((gap) => Math.max(gap, Math.min(least, most)));
  const total = (all: readonly number[]): number => all.reduce((sum, gap) => sum + gap, 0);
  const limit = total(gaps) + room;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (total(to(middle)) <= limit) low = middle;
    else high = middle;
  }
  return to(total(to(high)) <= limit ? high : low);
}

function enclose(blocks: readonly Block[], across: Across, least: number): Laid {
  const frames = frameEdges(blocks, across);
  const { columns, fit } = across;
  const held = around([{ left: 0, right: columns.right }, ...frames.values()]);
  let room = Math.max(least, headSizes.least);
  for (const block of flatBlocks(blocks)) room = Math.max(room, bandWidth(block, fit));
  return { across, frames, whole: { left: held.left, right: Math.max(held.right, held.left + Math.ceil(room)) } };
}
