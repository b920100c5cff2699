/** Slides with a list, such as an agenda. */
import type { Base, Placeholder } from '../base.js';
import type { ListSlide } from '../deck.js';
import type { Palette } from '../../scene/index.js';
import { el, text } from '../xml/index.js';
import { fitType, heightOf } from './fit-type.js';
import { FIRST_ID, roomBelow } from './page.js';
import type { Page, PageInk } from './page.js';
import { directionOf, printPlaceholder } from './slide-parts.js';

/** Hundredths of points. */
const LEAST = 1400;
const USUAL = 2000;
/** Between two items, as a part of a line. */
const BETWEEN = 0.6;

type Item = ListSlide['items'][number];

export function listPages(
  slide: ListSlide,
  base: Base,
  colors: Palette,
  continued: (title: string) => string,
): readonly Page[] {
  const layout = base.layouts.list ?? base.layouts.diagram;
  const box = layout.body?.box ?? roomBelow(layout, base);
  const parts = split(slide.items, box);
  return parts.map((items, index) => ({
    title: index === 0 ? slide.title : continued(slide.title),
    notes: index === 0 ? slide.notes : [],
    layout,
    colors,
    draw: (by) => ({ shapes: printList(items, { body: layout.body, box, by }), timing: '' }),
  }));
}

/** In as few parts as are needed at the least size. */
function split(items: readonly Item[], box: Placeholder['box']): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    const last = parts.at(-1) ?? [];
    const height = heightOf(
      [...last, item].map((each) => each.text),
      box.cx * 0.95,
      { size: LEAST, isBold: false },
      BETWEEN,
    );
    if (last.length > 0 && height > box.cy) parts.push([item]);
    else last.push(item);
  }
  return parts;
}

interface ListPlace {
  readonly body: Placeholder | null;
  readonly box: Placeholder['box'];
  readonly by: PageInk;
}

function printList(items: readonly Item[], { body, box, by }: ListPlace): string {
  const lines = items.map((item) => item.text);
  const usual = body?.size ?? USUAL;
  const inside = { ...box, cx: box.cx * 0.95, cy: box.cy - (lines.length - 1) * BETWEEN * usual * 127 };
  const size = fitType(lines, inside, { size: usual, least: LEAST, isBold: false });
  const written = items.map((item) => printItem(item, body !== null && size === usual ? null : size, by)).join('');
  if (body) return printPlaceholder(body, FIRST_ID, 'Text', written);
  const { x, y, cx, cy } = box;
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, el('p:cNvPr', { id: FIRST_ID, name: 'List' }), el('p:cNvSpPr', { txBox: 1 }), el('p:nvPr')),
    el(
      'p:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst')),
      el('a:noFill'),
    ),
    el('p:txBody', {}, el('a:bodyPr', { wrap: 'square', rtlCol: 0 }, el('a:normAutofit')), el('a:lstStyle'), written),
  );
}

function printItem({ text: words, section }: Item, size: number | null, by: PageInk): string {
  const id = section === undefined ? null : by.relateSection(section);
  const link = id === null ? '' : el('a:hlinkClick', { 'r:id': id, action: 'ppaction://hlinksldjump' });
  const properties = el('a:rPr', { lang: by.lang || undefined, sz: size ?? undefined, dirty: 0 }, link);
  return el('a:p', {}, directionOf(words), el('a:r', {}, properties, el('a:t', {}, text(words))));
}
