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

function enclose(blocks: readonly Block[], across: Across, least: number): Laid {
  const frames = frameEdges(blocks, across);
  const { columns, fit } = across;
  const held = around([{ left: 0, right: columns.right }, ...frames.values()]);
  let room = Math.max(least, headSizes.least);
  for (const block of flatBlocks(blocks)) room = Math.max(room, bandWidth(block, fit));
  return { across, frames, whole: { left: held.left, right: Math.max(held.right, held.left + Math.ceil(room)) } };
}
