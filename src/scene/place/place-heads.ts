/** Places participants' heads at the top, where they are created, and their names below and at the foot. */
import type { Head } from '../measure/index.js';
import { foot, head as sizes, margin } from '../metrics.js';
import type { Item, Shape, TextItem } from '../scene.js';
import { styles } from '../text/index.js';
import type { TextStyle, Wrapped } from '../text/index.js';
import { path, rect, stroke, textLines } from './shapes.js';
import type { Box } from './shapes.js';
import { lifeline } from './sheet.js';
import type { Placing } from './sheet.js';

/** The cards of those who exist from the start; their lifelines begin. `alive`: those who exist where a part begins. */
export function placeHeads(top: number, placing: Placing, alive?: ReadonlySet<number>): void {
  const { sheet, heads } = placing;
  for (const [index, head] of heads.heads.entries()) {
    if (alive ? !alive.has(index) : head.isCreated) continue;
    sheet.heads.push(...headItems(head, top, lifeline(placing, index), placing));
    sheet.begin(index, top + heads.height);
  }
}

export function placeCreatedHead(participant: number, top: number, placing: Placing): void {
  const { sheet, heads } = placing;
  const head = heads.heads[participant];
  if (!head) return;
  sheet.heads.push(...headItems(head, top, lifeline(placing, participant), placing));
  sheet.begin(participant, top + heads.height);
}

function headItems(head: Head, top: number, x: number, { heads }: Placing): readonly Item[] {
  const { id, glyph, label, linkNames, links, hue, half } = head;
  const card: Box = { left: x - half, right: x + half, top, bottom: top + heads.height };
  const glyphHeight = glyph ? sizes.glyph + sizes.glyphGap : 0;
  const group = glyphHeight + label.height + linkNames.height;
  let y = top + (heads.height - group) / 2;
  const items: readonly (Shape | TextItem)[] = [
    rect('head', card, {
      radius: sizes.radius,
      fill: 'head-card',
      stroke: stroke(hue.headEdge, 1.25),
      participant: id,
    }),
    ...glyphItems(head, x, y),
    ...nameLines('name', label, styles.head, card, y + glyphHeight, id),
  ];
  y += glyphHeight + label.height;
  const [first] = links;
  if (!first) return items;
  if (links.length === 1) return [{ kind: 'link', role: 'head', href: first.url, items, participant: id }];
  const named = nameLines('name', linkNames, styles.headLink, card, y, id);
  return [...items, ...linkedNames(head, named)];
}

/** Each link's name, which may have several lines, leads to its own address. */
function linkedNames({ links, linkNames, id }: Head, named: ReturnType<typeof nameLines>): readonly Item[] {
  const perLink = linkNames.lines.length / links.length;
  return named.map((item, index): Item => {
    const link = links[Math.min(links.length - 1, Math.floor(index / perLink))];
    return { kind: 'link', role: 'head', href: link?.url ?? '', items: [item], participant: id };
  });
}

const nameLines = (
  role: 'name',
  words: Wrapped,
  style: TextStyle,
  { left, right }: Box,
  top: number,
  participant: string,
) => textLines(role, words, style, { left, right, top, align: 'middle', participant });

function glyphItems({ id, glyph, hue }: Head, x: number, top: number): readonly (Shape | TextItem)[] {
  if (!glyph) return [];
  const origin = [x - sizes.glyph / 2, top] as const;
  if ('path' in glyph) {
    const look = { stroke: stroke(hue.glyph, 1.6, { round: true }), participant: id };
    return [path('glyph', origin, glyph.path, [0, 0, sizes.glyph, sizes.glyph], look)];
  }
  return [
    {
      kind: 'text',
      role: 'glyph',
      x,
      y: top + sizes.glyph / 2 + 0.355 * 18,
      anchor: 'middle',
      ...{ font: 'sans', size: 18, lineHeight: sizes.glyph },
      runs: [{ text: glyph.emoji, isBold: false, color: hue.glyph }],
      isRtl: false,
      width: sizes.glyph,
      participant: id,
    },
  ];
}

/** The names of those who exist, once more: below the band of a phase. */
export function placeNames(placing: Placing): void {
  const { sheet, heads } = placing;
  const top = sheet.bottom + margin.names.above;
  let height = 0;
  for (const [index, head] of heads.heads.entries()) {
    if (!sheet.isAlive(index)) continue;
    const x = lifeline(placing, index);
    const place = { left: x - head.half, right: x + head.half, top, bottom: top };
    const items = nameLines('name', recoloured(head.name, head.hue.text), styles.name, place, top, head.id);
    sheet.heads.push(...items);
    sheet.interrupt(items);
    height = Math.max(height, head.name.height);
  }
  sheet.fill(top + height, margin.names.below);
}

const recoloured = (words: Wrapped, color: string): Wrapped => ({
  ...words,
  lines: words.lines.map((one) => ({ ...one, runs: one.runs.map((run) => ({ ...run, color })) })),
});

/** The cards at the end of long lifelines. */
export function placeFeet(top: number, placing: Placing): number {
  const { sheet, heads } = placing;
  const alive = heads.heads.map((head, index) => ({ head, index })).filter(({ index }) => sheet.isAlive(index));
  const lines = Math.max(0, ...alive.map(({ head }) => head.name.height));
  const bottom = top + lines + foot.height;
  for (const { head, index } of alive) {
    const x = lifeline(placing, index);
    const card: Box = { left: x - head.footHalf, right: x + head.footHalf, top, bottom };
    const words = top + (bottom - top - head.name.height) / 2;
    sheet.heads.push(
      rect('head', card, {
        radius: foot.radius,
        fill: 'head-card',
        stroke: stroke(head.hue.headEdge, 1.25),
        participant: head.id,
      }),
      ...nameLines('name', head.name, styles.name, card, words, head.id),
    );
  }
  sheet.endAll(top);
  return alive.length === 0 ? top : bottom;
}
