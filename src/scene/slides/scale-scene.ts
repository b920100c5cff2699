/** Moves and scales what a scene shows. */
import type { Item, Scene, SceneStep, Stroke } from '../scene.js';

export interface Placement {
  readonly scale: number;
  /** Where the scene's origin goes, in px. */
  readonly x: number;
  readonly y: number;
}

export type Contents = Pick<Scene, 'under' | 'steps' | 'heads'>;

export function scaleScene({ under, steps, heads }: Contents, placement: Placement): Contents {
  const all = (items: readonly Item[]): readonly Item[] => items.map((item) => scaleItem(item, placement));
  return {
    under: all(under),
    steps: steps.map((step): SceneStep => ({
      ...step,
      top: placement.y + step.top * placement.scale,
      bottom: placement.y + step.bottom * placement.scale,
      items: all(step.items),
    })),
    heads: all(heads),
  };
}

function scaleItem<Any extends Item>(item: Any, placement: Placement): Any;
function scaleItem(item: Item, placement: Placement): Item {
  const { scale } = placement;
  const x = (at: number): number => round(placement.x + at * scale);
  const y = (at: number): number => round(placement.y + at * scale);
  const by = (length: number): number => round(length * scale);
  const drawn = (stroke: Stroke | null): Stroke | null => stroke && scaleStroke(stroke, scale);
  switch (item.kind) {
    case 'link':
      return { ...item, items: item.items.map((inner) => scaleItem(inner, placement)) };
    case 'rect': {
      const [left, top] = [x(item.x), y(item.y)];
      const [width, height] = [round(x(item.x + item.width) - left), round(y(item.y + item.height) - top)];
      return { ...item, x: left, y: top, width, height, radius: by(item.radius), stroke: drawn(item.stroke) };
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke } = item;
      return { ...item, x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2), stroke: scaleStroke(stroke, scale) };
    }
    case 'path': {
      const [left, top, right, bottom] = item.box;
      const box = [by(left), by(top), by(right), by(bottom)] as const;
      return { ...item, x: x(item.x), y: y(item.y), d: scalePath(item.d, scale), box, stroke: drawn(item.stroke) };
    }
    case 'text': {
      const [size, lineHeight, width] = [by(item.size), by(item.lineHeight), by(item.width)];
      return { ...item, x: x(item.x), y: y(item.y), size, lineHeight, width };
    }
  }
}

const scaleStroke = (stroke: Stroke, scale: number): Stroke => ({
  ...stroke,
  width: round(stroke.width * scale),
  dash: stroke.dash.replaceAll(/[\d.]+/g, (length) => String(round(Number(length) * scale))),
});

/** Numbers of a command that are no lengths: an arc's rotation and its two flags (SVG 2 §9.3.8), at these places of seven. */
const NO_LENGTHS: Readonly<Record<string, readonly number[]>> = { a: [2, 3, 4] };

/** Path data (SVG 2 §9.3), as the layout writes it: its arcs' flags have blanks around them. */
export const scalePath = (d: string, scale: number): string =>
  d.replaceAll(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, written: string) => {
    const kept = NO_LENGTHS[command.toLowerCase()] ?? [];
    const numbers = written.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
    return command + numbers.map((one, at) => (kept.includes(at % 7) ? one : round(Number(one) * scale))).join(' ');
  });

const round = (value: number): number => Math.round(value * 100) / 100;
