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

const sample = { width: 27, gap: 7, between: 24, row: 22 } as const;

/** Entries in rows, from the top. `bottom` is that of the last row. */
export function legendItems(
  entries: readonly LegendEntry[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
  paints: Paints,
): { readonly items: readonly Item[]; readonly bottom: number } {
  const items: Item[] = [];
  let [x, y] = [left, top];
  for (const entry of entries) {
    const room = right - left - sample.width - sample.gap;
    const words = new Passage([entry.words], styles.legend).wrap(room);
    const width = sample.width + sample.gap + words.width;
    if (x > left && x + width > right) [x, y] = [left, y + sample.row];
    items.push(...sampleItems(entry.sample, x, y + sample.row / 2, paints));
    const start = x + sample.width + sample.gap;
    const textTop = y + (sample.row - styles.legend.lineHeight) / 2;
    items.push(
      ...textLines('legend', words, styles.legend, {
        ...{ left: start, right: start + words.width, top: textTop },
        align: 'start',
      }),
    );
    // A text of several lines has its rows for itself.
    const lines = words.lines.length - 1;
    [x, y] = lines > 0 ? [left, y + sample.row + lines * styles.legend.lineHeight] : [x + width + sample.between, y];
  }
  return { items, bottom: entries.length === 0 ? top : x === left && entries.length > 0 ? y : y + sample.row };
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
