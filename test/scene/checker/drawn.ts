/** What a scene draws, in one list, in the order of drawing, each with the box that it covers. */
import type { Item, Scene, SceneStep, Shape, Stroke, TextItem } from '../../../src/scene/scene.js';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where an item stands: under the steps, in one of them, or around them. */
export type Group = 'under' | 'heads' | SceneStep;

export interface Drawn<T extends Shape | TextItem = Shape | TextItem> {
  readonly item: T;
  /** What is drawn later hides what is drawn earlier. */
  readonly order: number;
  readonly group: Group;
  /** With half of the stroke's width around it. */
  readonly box: Box;
}

export type DrawnText = Drawn<TextItem>;
export type DrawnShape = Drawn<Shape>;

const isText = (drawn: Drawn): drawn is DrawnText => drawn.item.kind === 'text';
const isShape = (drawn: Drawn): drawn is DrawnShape => drawn.item.kind !== 'text';

export class Picture {
  readonly all: readonly Drawn[];
  readonly texts: readonly DrawnText[];
  readonly shapes: readonly DrawnShape[];
  readonly #rows = new Map<number, DrawnShape[]>();

  constructor(readonly scene: Scene) {
    const groups: readonly (readonly [Group, readonly Item[]])[] = [
      ['under', scene.under],
      ...scene.steps.map((step) => [step, step.items] as const),
      ['heads', scene.heads],
    ];
    this.all = groups
      .flatMap(([group, items]) =>
        items.flatMap((item) => (item.kind === 'link' ? item.items : [item])).map((item) => ({ group, item })),
      )
      .map((drawn, order) => ({ ...drawn, order, box: boxOf(drawn.item) }));
    this.texts = this.all.filter(isText);
    this.shapes = this.all.filter(isShape);
    for (const shape of this.shapes)
      for (let row = rowOf(shape.box.top); row <= rowOf(shape.box.bottom); row += 1) {
        const there = this.#rows.get(row) ?? [];
        this.#rows.set(row, there);
        there.push(shape);
      }
  }

  /** The shapes that meet a box, in the order of drawing. */
  shapesAt(box: Box): readonly DrawnShape[] {
    const found = new Set<DrawnShape>();
    for (let row = rowOf(box.top); row <= rowOf(box.bottom); row += 1)
      for (const shape of this.#rows.get(row) ?? []) if (doMeet(shape.box, box)) found.add(shape);
    return [...found].sort((one, other) => one.order - other.order);
  }

  textsOf(group: Group, ...roles: readonly string[]): readonly DrawnText[] {
    return this.texts.filter((text) => text.group === group && roles.includes(text.item.role));
  }

  shapesOf(group: Group, ...roles: readonly string[]): readonly DrawnShape[] {
    return this.shapes.filter((shape) => shape.group === group && roles.includes(shape.item.role));
  }

  withRole(...roles: readonly string[]): readonly DrawnShape[] {
    return this.shapes.filter(({ item }) => roles.includes(item.role));
  }
}

const ROW = 40;
const rowOf = (y: number): number => Math.floor(y / ROW);

export function boxOf(item: Shape | TextItem): Box {
  switch (item.kind) {
    case 'text':
      return textBox(item);
    case 'rect':
      return grown({ left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height }, half(item));
    case 'line':
      return grown(
        {
          left: Math.min(item.x1, item.x2),
          top: Math.min(item.y1, item.y2),
          right: Math.max(item.x1, item.x2),
          bottom: Math.max(item.y1, item.y2),
        },
        half(item),
      );
    case 'path': {
      const [left, top, right, bottom] = item.box;
      return { left: item.x + left, top: item.y + top, right: item.x + right, bottom: item.y + bottom };
    }
  }
}

const half = ({ stroke }: { readonly stroke: Stroke | null }): number => (stroke ? stroke.width / 2 : 0);

/** From the tops of capitals to the ends of descenders. */
function textBox({ x, y, width, size, anchor, isRtl }: TextItem): Box {
  const start = isRtl ? x - width : x;
  const end = isRtl ? x : x - width;
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'start' ? start : end;
  return { left, top: y - 0.78 * size, right: left + width, bottom: y + 0.24 * size };
}

export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** Whether they have more than an edge in common. */
export const doMeet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export const common = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

export const holds = (outer: Box, inner: Box, distance = 0): boolean =>
  outer.left + distance <= inner.left &&
  outer.top + distance <= inner.top &&
  outer.right - distance >= inner.right &&
  outer.bottom - distance >= inner.bottom;

export const wordsOf = ({ runs }: TextItem): string => runs.map(({ text }) => text).join('');

/** Where a fault is: `label "POST /token" at 120,34`. */
export function tell({ item, box }: Drawn): string {
  const what = item.kind === 'text' ? `${item.role} "${wordsOf(item)}"` : `${item.role} (${item.kind})`;
  const whose = item.participant === undefined ? '' : ` of ${item.participant}`;
  return `${what}${whose} at ${Math.round(box.left)},${Math.round(box.top)}`;
}
