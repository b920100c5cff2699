/** Draws a frame of which an earlier or a later part holds a piece, too. */
import type { Interval } from '../columns/index.js';
import type { FrameCut } from '../measure/index.js';
import { frame, margin } from '../metrics.js';
import type { Path } from '../scene.js';
import { path, stroke, textLines } from './shapes.js';
import type { Box } from './shapes.js';
import type { Placing } from './sheet.js';

/** Two dashes of each side lead on. */
const DASH = 2;
const ON = 4 * DASH;

/** Its edge is missing where it is cut. */
export function openFrame({ left, top, right, bottom }: Box, { above, below }: Omit<FrameCut, 'says'>): Path {
  const [width, height, r] = [right - left, bottom - top, frame.radius];
  const [from, to] = [above ? 0 : r, below ? height : height - r];
  const sides = [0, width].map((x) => {
    const before = above ? `M${x} ${-ON}v${DASH}M${x} ${-2 * DASH}v${DASH}` : '';
    const after = below ? `M${x} ${height + DASH}v${DASH}M${x} ${height + 3 * DASH}v${DASH}` : '';
    return `${before}M${x} ${from}v${to - from}${after}`;
  });
  const edge = above ? '' : `M0 ${r}a${r} ${r} 0 0 1 ${r} ${-r}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}`;
  const foot = below ? '' : `M0 ${to}a${r} ${r} 0 0 0 ${r} ${r}h${width - 2 * r}a${r} ${r} 0 0 0 ${r} ${-r}`;
  const box = [0, above ? -ON : 0, width, below ? height + ON : height] as const;
  return path('frame', [left, top], [...sides, edge, foot].join(''), box, { stroke: stroke('frame', 1) });
}

/** Says at the bottom that the frame goes on. */
export function placeContinues({ says }: FrameCut, edges: Interval, { sheet, across }: Placing): void {
  const words = across.fit.text(says);
  if (words.width === 0) return;
  const top = sheet.next(margin.frame.header);
  const left = edges.left + frame.pill.x;
  const items = textLines('branch', words, says.style, { left, right: left + words.width, top, align: 'start' });
  sheet.heads.push(...items);
  sheet.interrupt(items);
  sheet.fill(top + words.height);
}
