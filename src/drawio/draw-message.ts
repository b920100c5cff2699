/** Draws messages as edges between lifelines, pinned by px: an end stays at its height when its lifeline is moved or stretched. */
import type { Item, Line, Path, SceneMessage, SceneStep, TextItem } from '../scene/index.js';
import { boundsOf, joinBounds, middleOf } from '../bounds/index.js';
import { LAYER } from './cell.js';
import type { Cell, Edge, Point, Style, Vertex } from './cell.js';
import { drawGroup, placeIn } from './draw-group.js';
import type { Pen } from './draw-group.js';
import { groupItems } from './groups.js';
import type { Group } from './groups.js';
import { stepId } from './ids.js';
import { alignOf, labelOf } from './label.js';
import { lineOf } from './lives.js';
import type { Life, Lives } from './lives.js';

/** A message of a scene. */
export interface Drawn {
  readonly step: SceneStep;
  readonly message: SceneMessage;
}

/** The way of an arrow, from its first to its last point. */
type Way = readonly [Point, ...Point[], Point];

/**
 * The edge; its number, marks and tags, which stand on it and move with it; and the notes that hang under it. A message from or to
 * nowhere ends at a dot.
 */
export function drawMessage({ step, message }: Drawn, lives: Lives, pen: Pen): readonly Cell[] {
  const arrow = step.items.find((item): item is Line | Path => item.role === 'arrow' && item.kind !== 'link');
  const way = arrow && wayOf(arrow, message, step.items);
  const id = pen.ids.take(stepId(step.step));
  const groups = groupItems(step.items.filter(({ role }) => !onWay.includes(role) && role !== 'label'));
  if (!arrow || !way) return groups.flatMap((group) => drawGroup(group, id, page, pen));
  const [first, last] = [way[0], way.at(-1) ?? way[0]];
  const dots = step.items.filter((item): item is Path => item.role === 'end' && item.kind === 'path');
  const dot = dots[0] ? drawDot(dots[0], `${id}.nowhere`, pen) : null;
  const from = pinAt(message.from, first, lives, dot);
  const to = pinAt(message.to, last, lives, dot);
  if (!from || !to) return [];
  const isSelf = from.life !== null && from.life === to.life;
  // As a part of its lifeline, a loop moves with it: the points at which it turns count from there.
  const origin = isSelf ? from.at : { x: 0, y: 0 };
  const middle = middleOfWay(way);
  const texts = step.items.filter((item): item is TextItem => item.kind === 'text' && item.role === 'label');
  const label = labelOf(texts, pen.colors);
  const edge: Edge = {
    kind: 'edge',
    ...{ id, parent: isSelf ? from.id : LAYER, label: label.html, link: '' },
    ...{ source: from.id, target: to.id },
    style: {
      ...{ html: 1, rounded: isSelf ? 1 : 0, ...(isSelf ? { arcSize: 8 } : {}) },
      ...pen.colors.stroke(arrow.stroke),
      ...headStyle(message),
      ...pinStyle('exit', from, first),
      ...pinStyle('entry', to, last),
      ...label.style,
      ...labelGround(texts, isSelf, pen),
    },
    turns: way.slice(1, -1).map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y })),
    labelAt: labelAt(texts, isSelf, middle),
  };
  return [...(dot ? [dot.cell] : []), edge, ...drawOnEdge(groups, id, middle, pen)];
}

const page = { id: LAYER, origin: { x: 0, y: 0 } };

const onWay: readonly Item['role'][] = ['arrow', 'arrow-head', 'end'];

/** Notes are cells of their own, which can be moved away. */
function drawOnEdge(groups: readonly Group[], id: string, middle: Point, pen: Pen): readonly Vertex[] {
  const onEdge = { id, origin: middle, from: 'middle' } as const;
  return groups.flatMap((group) => {
    const role = group.shape?.role ?? group.texts[0]?.role ?? 'note';
    return drawGroup(group, `${id}.${role === 'card' ? 'note' : role}`, role === 'card' ? page : onEdge, pen);
  });
}

/** How far before its tip a scene draws the cross of a lost message; draw.io has it there, too. */
const LOST = 11;

/** A loop goes out, down and back. */
function wayOf(arrow: Line | Path, { arrow: { head, both } }: SceneMessage, items: readonly Item[]): Way {
  const heads = items.filter((item): item is Path => item.role === 'arrow-head' && item.kind === 'path');
  // A filled head and an open one have their tip at their origin.
  const tip = head === 'filled' || head === 'async' ? heads[0] : undefined;
  const other = both ? heads[1] : undefined;
  if (arrow.kind === 'line') {
    const y = arrow.y1;
    return [
      { x: other?.x ?? arrow.x1, y },
      { x: tip?.x ?? arrow.x2 + (head === 'cross' ? Math.sign(arrow.x2 - arrow.x1) * LOST : 0), y },
    ];
  }
  const { left, right, top, bottom } = boundsOf(arrow);
  const far = arrow.box[0] < 0 ? left : right;
  return [
    { x: other?.x ?? arrow.x, y: top },
    { x: far, y: top },
    { x: far, y: bottom },
    { x: tip?.x ?? arrow.x, y: bottom },
  ];
}

/** As draw.io finds it: at half the length. */
function middleOfWay(way: Way): Point {
  const lengths = way
    .slice(1)
    .map((end, index) => Math.hypot(end.x - (way[index]?.x ?? 0), end.y - (way[index]?.y ?? 0)));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [start, end] = [way[index], way[index + 1]];
    if (start && end && rest <= length) {
      const share = length === 0 ? 0 : rest / length;
      return { x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y) };
    }
    rest -= length;
  }
  return way[0];
}

interface Dot {
  readonly cell: Vertex;
  readonly at: Point;
}

function drawDot(path: Path, name: string, { ids, colors }: Pen): Dot {
  const bounds = boundsOf(path);
  const style = { shape: 'ellipse', html: 1, ...colors.fill(path.fill), ...colors.stroke(path.stroke) };
  const place = placeIn(bounds, page);
  const cell: Vertex = { kind: 'vertex', id: ids.take(name), parent: LAYER, label: '', link: '', style, place };
  return { cell, at: { x: middleOf(bounds).x, y: bounds.top } };
}

/** The shape at an end of a message; `at`: the upper left corner, and `line`: the middle across. */
interface Pin {
  readonly id: string;
  readonly life: Life | null;
  readonly at: Point;
  readonly line: number;
}

function pinAt(participant: string | null, { y }: Point, lives: Lives, dot: Dot | null): Pin | null {
  if (participant === null) return dot && { id: dot.cell.id, life: null, at: dot.at, line: dot.at.x };
  const life = lives.at(participant, y);
  return life && { id: life.id, life, at: { x: life.bounds.left, y: life.bounds.top }, line: lineOf(life) };
}

/** From the middle of the upper edge: a share of the height would slant the arrow when one of its lifelines is stretched. */
const pinStyle = (end: 'exit' | 'entry', { at, line }: Pin, { x, y }: Point): Style => ({
  [`${end}X`]: 0.5,
  [`${end}Y`]: 0,
  [`${end}Dx`]: x - line,
  [`${end}Dy`]: y - at.y,
  [`${end}Perimeter`]: 0,
});

const heads: Readonly<Record<SceneMessage['arrow']['head'], Style>> = {
  filled: { endArrow: 'block', endFill: 1, endSize: 6 },
  async: { endArrow: 'open', endFill: 0, endSize: 8 },
  cross: { endArrow: 'cross', endFill: 0, endSize: 8 },
  open: { endArrow: 'none' },
};

const headStyle = ({ arrow: { head, both } }: SceneMessage): Style => ({
  startArrow: both ? 'block' : 'none',
  ...(both ? { startFill: 1, startSize: 6 } : {}),
  ...heads[head],
});

/** Above an arrow, or beside a loop. */
function labelAt(texts: readonly TextItem[], isSelf: boolean, middle: Point): Point {
  const [first] = texts;
  if (!first) return { x: 0, y: 0 };
  const bounds = joinBounds(texts.map(boundsOf));
  const align = alignOf(first);
  const x = align === 'left' ? bounds.left : align === 'right' ? bounds.right : middleOf(bounds).x;
  return { x: x - middle.x, y: (isSelf ? middleOf(bounds).y : bounds.bottom) - middle.y };
}

function labelGround(texts: readonly TextItem[], isSelf: boolean, { colors }: Pen): Style {
  if (texts.length === 0) return {};
  const ground = colors.groundAt(middleOf(joinBounds(texts.map(boundsOf))));
  return { labelBackgroundColor: ground, verticalAlign: isSelf ? 'middle' : 'bottom', spacing: 0 };
}
