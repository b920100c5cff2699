/** Paints a scene on a canvas: of pixels, or of a PDF's page. */
import { boundsOf } from '../bounds/index.js';
import type { Background, Item, Rect, Scene, Stroke } from '../scene/index.js';
import { paintText } from './paint-text.js';
import type { Pen } from './pen.js';

/** How far lines, arrow heads and letters go beyond an item's box, at most. */
const SLACK = 24;

interface Painting {
  readonly background: Background | undefined;
  /** What is to be seen, in px of the scene: nothing above or below it is painted. */
  readonly top: number;
  readonly bottom: number;
}

/** In the order of the SVG: what lies under the steps, the steps, the heads. The context's unit is a px of the scene. */
export function paintScene(scene: Scene, pen: Pen, { background, top, bottom }: Painting): void {
  const { context } = pen;
  // Otherwise the language of the machine would choose among the forms of a letter.
  context.lang = scene.lang === '' ? 'en' : scene.lang;
  const under = background === undefined ? scene.under : scene.under.filter(({ role }) => role !== 'ground');
  if (typeof background === 'object') {
    context.save();
    context.globalAlpha = background.opacity;
    context.fillStyle = background.color;
    context.fillRect(0, 0, scene.width, scene.height);
    context.restore();
  }
  for (const item of [...under, ...scene.steps.flatMap(({ items }) => items), ...scene.heads]) {
    const bounds = boundsOf(item);
    if (bounds.top < bottom + SLACK && bounds.bottom > top - SLACK) paintItem(item, pen);
  }
}

function paintItem(item: Item, pen: Pen): void {
  const { context } = pen;
  switch (item.kind) {
    case 'link':
      item.items.forEach((each) => {
        paintItem(each, pen);
      });
      return;
    case 'text':
      paintText(item, pen);
      return;
    case 'rect':
      paintRect(item, pen);
      return;
    case 'line':
      context.beginPath();
      context.moveTo(item.x1, item.y1);
      context.lineTo(item.x2, item.y2);
      takeStroke(item.stroke, pen);
      context.stroke();
      return;
    case 'path':
      context.save();
      context.translate(item.x, item.y);
      if (item.fill !== null) {
        context.fillStyle = pen.colorOf(item.fill);
        pen.trace(context, item, 'fill');
      }
      if (item.stroke !== null) {
        takeStroke(item.stroke, pen);
        pen.trace(context, item, 'stroke');
      }
      context.restore();
  }
}

function paintRect({ x, y, width, height, radius, fill, stroke }: Rect, pen: Pen): void {
  const { context } = pen;
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  if (fill !== null) {
    context.fillStyle = pen.colorOf(fill);
    context.fill();
  }
  if (stroke === null) return;
  takeStroke(stroke, pen);
  context.stroke();
}

function takeStroke({ color, width, dash, round }: Stroke, { context, colorOf }: Pen): void {
  context.strokeStyle = colorOf(color);
  context.lineWidth = width;
  context.setLineDash(dash === '' ? [] : dash.split(' ').map(Number));
  context.lineCap = round ? 'round' : 'butt';
  context.lineJoin = round ? 'round' : 'miter';
}
