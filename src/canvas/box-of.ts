/** What an item of a scene covers, in px; a line's width and an arrow's head are not counted, and a text has the width of its table. */
import type { Item } from '../scene/index.js';

export type Box = readonly [left: number, top: number, right: number, bottom: number];

export function boxOf(item: Item): Box {
  switch (item.kind) {
    case 'link': {
      const boxes = item.items.map(boxOf);
      const side = (index: 0 | 1 | 2 | 3): readonly number[] => boxes.map((box) => box[index]);
      return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
    }
    case 'rect':
      return [item.x, item.y, item.x + item.width, item.y + item.height];
    case 'line':
      return [
        Math.min(item.x1, item.x2),
        Math.min(item.y1, item.y2),
        Math.max(item.x1, item.x2),
        Math.max(item.y1, item.y2),
      ];
    case 'path': {
      const [left, top, right, bottom] = item.box;
      return [item.x + left, item.y + top, item.x + right, item.y + bottom];
    }
    case 'text': {
      const { x, y, width, anchor, isRtl, lineHeight, size } = item;
      const before = { start: 0, middle: width / 2, end: width }[anchor];
      const left = isRtl ? x - width + before : x - before;
      const top = y - 0.355 * size - lineHeight / 2;
      return [left, top, left + width, top + lineHeight];
    }
  }
}
