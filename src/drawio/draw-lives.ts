/** Draws lifelines with their heads, and what moves with them: activations, ends, names. */
import type { Item, Path, Rect, Scene, Shape, TextItem } from '../scene/index.js';
import { boundsOf, holds, middleOf } from '../bounds/index.js';
import { LAYER } from './cell.js';
import type { Cell, Style, Vertex } from './cell.js';
import { cornerStyle, drawGroup, drawPath, labelPlace, placeIn, rectStyle, safeLink } from './draw-group.js';
import type { Holder, Pen } from './draw-group.js';
import { groupItems, groupLoose, isLine, loosen } from './groups.js';
import type { Loose } from './groups.js';
import { labelOf } from './label.js';
import { lineOf } from './lives.js';
import type { Life, Lives } from './lives.js';

export function drawLives(lives: Lives, scene: Scene, pen: Pen): readonly Cell[] {
  const bars = joinBars(scene.under);
  return lives.all.flatMap((life): readonly Cell[] => {
    const isOwn = (item: Item): boolean =>
      item.participant === life.participant && lives.at(life.participant, middleOf(boundsOf(item)).y) === life;
    const holder: Holder = { id: life.id, origin: { x: life.bounds.left, y: life.bounds.top } };
    return [
      ...drawHead(life, scene.heads.filter(isOwn), holder, pen),
      ...bars.filter(({ bar }) => isOwn(bar)).map((each) => drawBar(each, life, holder, pen)),
      ...scene.under.filter(isOwn).flatMap((item) => drawMark(item, life, holder, pen)),
      ...drawFoot(life, scene.heads.filter(isOwn), pen),
    ];
  });
}

const lifelineStyle: Style = {
  ...{ shape: 'umlLifeline', perimeter: 'lifelinePerimeter', whiteSpace: 'wrap', html: 1 },
  ...{ container: 1, dropTarget: 0, collapsible: 0, recursiveResize: 0, outlineConnect: 0, portConstraint: 'eastwest' },
  lifelineDashed: 0,
};

/** The head with its names. Names with links of their own, and names further below, are cells that move with it. */
function drawHead(life: Life, heads: readonly Item[], holder: Holder, pen: Pen): readonly Vertex[] {
  const { id, head, href, foot } = life;
  const card = boundsOf(head);
  const isIn = (rect: Rect, item: Item): boolean => holds(boundsOf(rect), middleOf(boundsOf(item)));
  const own = loosen(heads).filter(({ item }) => foot === null || !isIn(foot, item));
  const names = own.filter(({ item }) => item.kind === 'text' && item.role === 'name');
  const isLabel = (name: Loose): boolean => isIn(head, name.item) && name.href === href;
  const texts = names.filter(isLabel).flatMap(({ item }) => (item.kind === 'text' ? [item] : []));
  const label = labelOf(texts, pen.colors);
  return [
    {
      kind: 'vertex',
      ...{ id, parent: LAYER, label: label.html, link: safeLink(href) },
      style: {
        ...lifelineStyle,
        size: head.height,
        ...rectStyle(head, pen.colors),
        ...label.style,
        ...labelPlace({ texts }, card),
      },
      place: placeIn(life.bounds, { id: LAYER, origin: { x: 0, y: 0 } }),
    },
    ...own.flatMap(({ item }) => (isGlyph(item) ? drawGlyph(item, life, holder, pen) : [])),
    ...groupLoose(names.filter((name) => !isLabel(name))).flatMap((group) =>
      drawGroup(group, `${id}.name`, holder, pen),
    ),
  ];
}

type Glyph = Path | TextItem;

const isGlyph = (item: Shape | TextItem): item is Glyph =>
  (item.kind === 'path' || item.kind === 'text') && item.role === 'glyph';

function drawGlyph(glyph: Glyph, { id }: Life, holder: Holder, pen: Pen): readonly Vertex[] {
  if (glyph.kind === 'path') return [drawPath(glyph, `${id}.glyph`, holder, pen)];
  return groupItems([glyph]).flatMap((group) => drawGroup(group, `${id}.glyph`, holder, pen));
}

interface WholeBar {
  readonly bar: Rect;
  /** Its edge has the colour. */
  readonly edge: Path | null;
}

/** A text does not interrupt an activation of draw.io, since it has a ground of its own. */
function joinBars(under: readonly Item[]): readonly WholeBar[] {
  const joined: WholeBar[] = [];
  const open = new Map<string, number>();
  for (const [index, item] of under.entries()) {
    if (item.kind !== 'rect' || item.role !== 'bar') continue;
    const next = under[index + 1];
    const edge = next?.kind === 'path' && next.role === 'bar' ? next : null;
    const key = `${item.participant ?? ''} ${item.x}`;
    const above = item.open === 'above' || item.open === 'both' ? open.get(key) : undefined;
    const last = above === undefined ? undefined : joined[above];
    if (above !== undefined && last)
      joined[above] = { ...last, bar: { ...last.bar, height: item.y + item.height - last.bar.y } };
    else joined.push({ bar: item, edge });
    if (item.open === 'below' || item.open === 'both') open.set(key, above ?? joined.length - 1);
    else open.delete(key);
  }
  return joined;
}

function drawBar({ bar, edge }: WholeBar, { id }: Life, holder: Holder, { ids, colors }: Pen): Vertex {
  return {
    kind: 'vertex',
    ...{ id: ids.take(`${id}.active`), parent: id, label: '', link: '' },
    style: {
      ...{ ...cornerStyle(2), html: 1, perimeter: 'orthogonalPerimeter', outlineConnect: 0 },
      ...{ targetShapes: 'umlLifeline', portConstraint: 'eastwest' },
      ...colors.fill(bar.fill),
      ...colors.stroke(edge?.stroke ?? null),
    },
    place: placeIn(boundsOf(bar), holder),
  };
}

/** The cross at its end, and the bar that joins the messages of a redirect. */
function drawMark(item: Item, { id }: Life, holder: Holder, pen: Pen): readonly Vertex[] {
  if (item.kind === 'path' && item.role === 'end')
    return [
      {
        kind: 'vertex',
        ...{ id: pen.ids.take(`${id}.end`), parent: id, label: '', link: '' },
        style: { shape: 'umlDestroy', html: 1, ...pen.colors.stroke(item.stroke) },
        place: placeIn(boundsOf(item), holder),
      },
    ];
  if (isLine(item) && item.role === 'redirect-bar')
    return groupItems([item]).flatMap((group) => drawGroup(group, `${id}.redirect`, holder, pen));
  return [];
}

/** It stays at the end of the lifeline, however long that is. */
function drawFoot(life: Life, heads: readonly Item[], pen: Pen): readonly Vertex[] {
  const { id, foot, bounds } = life;
  if (foot === null) return [];
  const holder: Holder = { id, origin: { x: lineOf(life), y: bounds.bottom }, from: 'foot' };
  const card = boundsOf(foot);
  const texts = loosen(heads).flatMap(({ item }) =>
    item.kind === 'text' && holds(card, middleOf(boundsOf(item))) ? [item] : [],
  );
  return drawGroup({ shape: foot, texts, drawings: [], href: '' }, `${id}.foot`, holder, pen);
}
