/** The upper edge of what an item draws. */
import type { Item } from '../scene.js';

export function topOf(item: Item): number {
  switch (item.kind) {
    case 'link':
      return Math.min(...item.items.map(topOf));
    case 'rect':
      return item.y;
    case 'line':
      return Math.min(item.y1, item.y2);
    case 'path':
      return item.y + item.box[1];
    case 'text':
      return item.y - item.size;
  }
}
