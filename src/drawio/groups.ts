/** Joins the items of a scene to what an editor moves as one: a card with its text, the lines of a text. */
import type { Item, Line, Path, Rect, Shape, TextItem } from '../scene/index.js';
import { boundsOf, holds, middleOf } from '../bounds/index.js';

export interface Group {
  /** Null for texts without one. */
  readonly shape: Shape | null;
  readonly texts: readonly TextItem[];
  /** Drawings in the shape. */
  readonly drawings: readonly Path[];
  /** '' for none. */
  readonly href: string;
}

/** An item outside of its link. */
export interface Loose {
  readonly item: Shape | TextItem;
  /** '' for none. */
  readonly href: string;
}

export const loosen = (items: readonly Item[]): readonly Loose[] =>
  items.flatMap((item) =>
    item.kind === 'link' ? item.items.map((inside) => ({ item: inside, href: item.href })) : [{ item, href: '' }],
  );

interface Growing extends Group {
  readonly texts: TextItem[];
  readonly drawings: Path[];
}

export const groupItems = (items: readonly Item[]): readonly Group[] => groupLoose(loosen(items));

/** In their order: a shape stands before what is in it. */
export function groupLoose(items: readonly Loose[]): readonly Group[] {
  const groups: Growing[] = [];
  for (const { item, href } of items) {
    const around = item.kind === 'text' || item.kind === 'path' ? rectAround(item, groups) : undefined;
    if (item.kind === 'text') {
      const above = groups.at(-1);
      if (around) around.texts.push(item);
      else if (above && goesOn(above, item, href)) above.texts.push(item);
      else groups.push({ shape: null, texts: [item], drawings: [], href });
    } else if (around && item.kind === 'path') around.drawings.push(item);
    else groups.push({ shape: item, texts: [], drawings: [], href });
  }
  return groups;
}

const rectAround = (item: Path | TextItem, groups: readonly Growing[]): Growing | undefined =>
  groups.findLast(({ shape }) => shape?.kind === 'rect' && holds(boundsOf(shape), middleOf(boundsOf(item))));

/** Whether a line of text is the next one of a text. */
function goesOn({ shape, texts, href }: Growing, next: TextItem, linked: string): boolean {
  const last = texts.at(-1);
  if (shape !== null || !last || href !== linked || last.role !== next.role) return false;
  const gap = boundsOf(next).top - boundsOf(last).bottom;
  // Lines from right to left have their start at the other end.
  return gap > -1 && gap < last.lineHeight && (last.x === next.x || last.isRtl !== next.isRtl);
}

export const isRect = (item: Item): item is Rect => item.kind === 'rect';
export const isLine = (item: Item): item is Line => item.kind === 'line';
