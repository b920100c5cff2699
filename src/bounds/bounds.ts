/** Where the items of a scene are. */
import type { Item } from '../scene/index.js';

/** In px; a line's width and an arrow's head are not counted, and a text has the width of its table. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boundsOf(item: Item): Bounds {
  switch (item.kind) {
    case 'rect': {
      const { x, y, width, height } = item;
      return { left: x, top: y, right: x + width, bottom: y + height };
    }
    case 'line': {
      const { x1, y1, x2, y2 } = item;
      return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
    }
    case 'path': {
      const { x, y, box } = item;
      return { left: x + box[0], top: y + box[1], right: x + box[2], bottom: y + box[3] };
    }
    case 'text': {
      const { x, y, anchor, isRtl, width, size, lineHeight } = item;
      const before = anchor === 'middle' ? width / 2 : (anchor === 'end') === isRtl ? 0 : width;
      // The baseline is at the middle of the line + 0.355 of the size.
      const top = y - 0.355 * size - lineHeight / 2;
      return { left: x - before, top, right: x - before + width, bottom: top + lineHeight };
    }
    case 'link':
      return joinBounds(item.items.map(boundsOf));
  }
}

export const joinBounds = (all: readonly Bounds[]): Bounds => ({
  left: Math.min(...all.map(({ left }) => left)),
  top: Math.min(...all.map(({ top }) => top)),
  right: Math.max(...all.map(({ right }) => right)),
  bottom: Math.max(...all.map(({ bottom }) => bottom)),
});

interface Point {
  readonly x: number;
  readonly y: number;
}

export const middleOf = ({ left, top, right, bottom }: Bounds): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

export const holds = ({ left, top, right, bottom }: Bounds, { x, y }: Point): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;
