/** Explains under a picture what it shows without words: only what occurs, and never a response alone. */
import type { Paints } from '../colors/index.js';
import { lead } from '../metrics.js';
import type { Item } from '../scene.js';
import { Passage, styles } from '../text/index.js';
import { markPath, warningPath } from './marks.js';
import { line, rect, stroke, textLines } from './shapes.js';

/** A sample and what it means. */
export interface LegendEntry {
  /** A kind of message, or the index of a box whose zone it explains. */
  readonly sample: 'front' | 'back' | 'redirect' | 'response' | 'threat' | { readonly box: number };
  readonly words: string;
}

/** Entries stand nearer where they then fit into one row. */
const sample = { width: 27, gap: 7, between: 24, near: 16, row: 22 } as const;
const BEFORE_WORDS = sample.width + sample.gap;

/** Entries in rows, from the top. `bottom` is that of the last row. */
export function legendItems(
  entries: readonly LegendEntry[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
  paints: Paints,
): { readonly items: readonly Item[]; readonly bottom: number } {
  const items: Item[] = [];
  const words = entries.map((entry) => new Passage([entry.words], styles.legend).wrap(right - left - BEFORE_WORDS));
  const inOneRow = (between: number): number =>
    words.reduce((sum, { width }) => sum + BEFORE_WORDS + width + between, -between);
  const between = inOneRow(sample.between) <= right - left ? sample.between : sample.near;
  let [x, y] = [left, top];
  let bottom = top;
  for (const [index, { sample: kind }] of entries.entries()) {
    const text = words[index];
    if (!text) continue;
    const width = BEFORE_WORDS + text.width;
    const height = sample.row + text.height - styles.legend.lineHeight;
    if (x > left && x + width > right) [x, y] = [left, bottom];
    items.push(
      ...sampleItems(kind, x, y + sample.row / 2, paints),
      ...textLines('legend', text, styles.legend, {
        ...{ left: x + BEFORE_WORDS, right: x + width, top: y + (sample.row - styles.legend.lineHeight) / 2 },
        align: 'start',
      }),
    );
    bottom = Math.max(bottom, y + height);
    x += width + between;
  }
  return { items, bottom };
}

function sampleItems(kind: LegendEntry['sample'], x: number, y: number, paints: Paints): readonly Item[] {
  const role = 'legend-sample';
  const middle = x + (sample.width - 12) / 2;
  if (typeof kind === 'object') {
    const box = { left: x + 4, right: x + sample.width - 4, top: y - 7, bottom: y + 7 };
    return [rect(role, box, { radius: 4, fill: paints.boxTint(kind.box), stroke: stroke('frame', 1) })];
  }
  switch (kind) {
    case 'front':
    case 'back': {
      const isFront = kind === 'front';
      const size = 14;
      const disc = { left: x, right: x + size, top: y - size / 2, bottom: y + size / 2 };
      const ring = isFront ? stroke('accent', 1.5) : null;
      return [
        rect(role, disc, { radius: size / 2, fill: isFront ? 'card' : 'badge', stroke: ring }),
        line(role, [x + size, y], [x + sample.width, y], stroke(isFront ? 'accent' : 'line', isFront ? 1.75 : 1.5)),
      ];
    }
    case 'redirect':
      return [{ ...markPath('redirect', middle, y - 6, lead.mark - 5, 'accent'), role }];
    case 'response':
      return [line(role, [x, y], [x + sample.width, y], stroke('line', 1.5, { dash: '5 4' }))];
    case 'threat':
      return [{ ...warningPath(middle, y - 6), role }];
  }
}
