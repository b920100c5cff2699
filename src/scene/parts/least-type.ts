/** Enlarges the small print of a scene for paper. */
import type { TextStyle } from '../text/index.js';
import type { Item, Scene, TextItem } from '../scene.js';

/** The most that there is room for around numbers, operators and names: the layout counted on their own size. */
const MOST = 12.75;
/** How much larger a style can become. */
export const mostEnlarged = ({ size }: TextStyle): number => Math.max(1, MOST / size);

/** `size`: the least size of texts, in px. */
export function withLeastType(scene: Scene, size: number): Scene {
  const least = Math.min(size, MOST);
  const all = (items: readonly Item[]): readonly Item[] => items.map((item) => enlarged(item, least));
  return {
    ...scene,
    under: all(scene.under),
    steps: scene.steps.map((step) => ({ ...step, items: all(step.items) })),
    heads: all(scene.heads),
  };
}

function enlarged(item: Item, least: number): Item {
  if (item.kind === 'link')
    return { ...item, items: item.items.map((inner) => (inner.kind === 'text' ? larger(inner, least) : inner)) };
  return item.kind === 'text' ? larger(item, least) : item;
}

/** In the middle of the same line; a tag has no more room below its letters. */
function larger(text: TextItem, least: number): TextItem {
  if (text.size >= least) return text;
  const by = least / text.size;
  return {
    ...text,
    size: least,
    width: text.width * by,
    y: text.role === 'tag' ? text.y : text.y + 0.355 * (least - text.size),
  };
}
