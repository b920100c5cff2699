/** Makes a scene as large as a slide: all its lengths, and the data of its paths. */
import type { Item, Scene, Stroke } from '../../src/scene/index.js';
import type { PptxStage } from '../../src/pptx/index.js';

export const wide = { width: 1280, height: 720 } as const;
export const square = { width: 960, height: 720 } as const;

export const stageOf = ({ width }: { readonly width: number }): PptxStage => ({
  left: 48,
  top: 122,
  right: width - 48,
  bottom: 690,
});

/** In the middle of the stage, as large as it has room. */
export function scaledScene(scene: Scene, size: { readonly width: number; readonly height: number }): Scene {
  const stage = stageOf(size);
  const [width, height] = [stage.right - stage.left, stage.bottom - stage.top];
  const k = Math.min(width / scene.width, height / scene.height, 1.5);
  const [left, top] = [stage.left + (width - k * scene.width) / 2, stage.top];
  const place = (items: readonly Item[]): readonly Item[] => items.map((item) => scaled(item, k, left, top));
  return {
    ...scene,
    ...size,
    under: place(scene.under.filter((item) => item.role !== 'ground')),
    steps: scene.steps.map((step) => ({
      ...step,
      top: top + k * step.top,
      bottom: top + k * step.bottom,
      items: place(step.items),
    })),
    heads: place(scene.heads),
  };
}

function scaled<T extends Item>(item: T, k: number, left: number, top: number): T;
function scaled(item: Item, k: number, left: number, top: number): Item {
  const [x, y] = [(value: number) => left + k * value, (value: number) => top + k * value];
  switch (item.kind) {
    case 'link':
      return { ...item, items: item.items.map((each) => scaled(each, k, left, top)) };
    case 'line':
      return { ...item, x1: x(item.x1), y1: y(item.y1), x2: x(item.x2), y2: y(item.y2), stroke: thick(item.stroke, k) };
    case 'rect': {
      const { width, height, radius, stroke } = item;
      const size = { width: k * width, height: k * height, radius: k * radius };
      return { ...item, ...size, x: x(item.x), y: y(item.y), stroke: stroke && thick(stroke, k) };
    }
    case 'path': {
      const [one, two, three, four] = item.box;
      const box = [one * k, two * k, three * k, four * k] as const;
      const stroke = item.stroke && thick(item.stroke, k);
      return { ...item, x: x(item.x), y: y(item.y), d: scaledPath(item.d, k), box, stroke };
    }
    case 'text': {
      const { size, lineHeight, width } = item;
      return { ...item, x: x(item.x), y: y(item.y), size: k * size, lineHeight: k * lineHeight, width: k * width };
    }
  }
}

const thick = (stroke: Stroke, k: number): Stroke => ({
  ...stroke,
  width: k * stroke.width,
  dash: stroke.dash
    .split(' ')
    .map((length) => (length === '' ? '' : String(k * Number(length))))
    .join(' '),
});

/** The turn and the flags of an arc are no lengths. */
const scaledPath = (d: string, k: number): string =>
  d.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, numbers: string) => {
    const values = [...numbers.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
    const isArc = command.toUpperCase() === 'A';
    return (
      command + values.map((value, index) => (isArc && [2, 3, 4].includes(index % 7) ? value : value * k)).join(' ')
    );
  });
