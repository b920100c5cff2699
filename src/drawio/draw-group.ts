/** Draws groups as shapes of draw.io. */
import type { Line, Path, Rect } from '../scene/index.js';
import { boundsOf, joinBounds, middleOf } from '../bounds/index.js';
import type { Bounds } from '../bounds/index.js';
import type { Place, Point, Style, Vertex } from './cell.js';
import type { Colors } from './colors.js';
import type { Group } from './groups.js';
import type { Ids } from './ids.js';
import { labelOf } from './label.js';

export interface Pen {
  readonly ids: Ids;
  readonly colors: Colors;
}

/** What a cell moves with. */
export interface Holder {
  /** The parent's id. */
  readonly id: string;
  /** Where places count from, in the page. */
  readonly origin: Point;
  readonly from?: Place['from'];
}

/** `name`: of its id. The drawings in it belong to it. */
export function drawGroup(group: Group, name: string, holder: Holder, { ids, colors }: Pen): readonly Vertex[] {
  const id = ids.take(name);
  const { shape, drawings } = group;
  const bounds = shape ? shapeBounds(shape) : joinBounds(group.texts.map(boundsOf));
  const label = labelOf(group.texts, colors);
  return [
    {
      kind: 'vertex',
      ...{ id, parent: holder.id, label: label.html, link: safeLink(group.href) },
      style: { ...shapeStyle(group, colors), ...label.style, ...labelPlace(group, bounds) },
      place: placeIn(bounds, holder),
    },
    ...drawings.map((path): Vertex => {
      const inside: Holder = { id, origin: { x: bounds.left, y: bounds.top } };
      return drawPath(path, `${id}.drawing`, inside, { ids, colors });
    }),
  ];
}

export function drawPath(path: Path, name: string, holder: Holder, { ids, colors }: Pen): Vertex {
  const style = { shape: 'image', html: 1, image: imageOf(path, colors), imageAspect: 0, aspect: 'fixed' };
  return {
    kind: 'vertex',
    ...{ id: ids.take(name), parent: holder.id, label: '', link: '' },
    style: { ...style, pointerEvents: 0 },
    place: placeIn(shapeBounds(path), holder),
  };
}

/** Only addresses of the web: others mean nothing where the file is opened. */
export const safeLink = (href: string): string => (/^https?:\/\//i.test(href) ? href : '');

export const placeIn = ({ left, top, right, bottom }: Bounds, { origin, from }: Holder): Place => ({
  ...{ x: left - origin.x, y: top - origin.y, width: right - left, height: bottom - top },
  ...(from ? { from } : {}),
});

/** The height of a horizontal line's shape, so that it can be caught with the mouse. */
const LINE_HEIGHT = 10;

/** With the strokes of drawings, and with the shape around lines. */
function shapeBounds(shape: Rect | Line | Path): Bounds {
  const { left, top, right, bottom } = boundsOf(shape);
  const half = shape.kind === 'rect' ? 0 : (shape.stroke?.width ?? 0) / 2;
  if (shape.kind === 'path') return { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
  if (shape.kind === 'rect') return { left, top, right, bottom };
  if (left === right) return { left: left - half, top, right: right + half, bottom };
  return { left, right, top: top - LINE_HEIGHT / 2, bottom: bottom + LINE_HEIGHT / 2 };
}

function shapeStyle({ shape, texts }: Group, colors: Colors): Style {
  switch (shape?.kind) {
    case 'rect':
      return rectStyle(shape, colors);
    case 'line':
      return lineStyle(shape, colors);
    case 'path':
      return { shape: 'image', html: 1, image: imageOf(shape, colors), imageAspect: 0, aspect: 'fixed' };
    case undefined: {
      const middle = middleOf(joinBounds(texts.map(boundsOf)));
      return { html: 1, ...colors.fill(null), ...colors.stroke(null), labelBackgroundColor: colors.groundAt(middle) };
    }
  }
}

export const rectStyle = ({ radius, fill, stroke }: Rect, colors: Colors): Style => ({
  ...cornerStyle(radius),
  html: 1,
  ...colors.fill(fill),
  ...colors.stroke(stroke),
});

export const cornerStyle = (radius: number): Style =>
  radius === 0 ? { rounded: 0 } : { rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius };

function lineStyle({ x1, x2, stroke }: Line, colors: Colors): Style {
  if (x1 === x2)
    return { ...cornerStyle(stroke.width / 2), html: 1, ...colors.fill(stroke.color), ...colors.stroke(null) };
  return { shape: 'line', html: 1, ...colors.fill(null), ...colors.stroke(stroke), outlineConnect: 0 };
}

/** So near to the middle, a text is meant to be there. */
const NEAR = 3;

/** What draw.io leaves above a text, whatever its style says. */
const ABOVE_TEXT = 5;

/** Where a label is in its shape. */
export function labelPlace({ texts }: Pick<Group, 'texts'>, shape: Bounds): Style {
  const [first] = texts;
  if (!first) return {};
  const text = joinBounds(texts.map(boundsOf));
  const isMiddle = Math.abs(middleOf(text).y - middleOf(shape).y) < NEAR;
  const isRight = (first.anchor === 'start') === first.isRtl;
  return {
    spacing: 0,
    ...(isMiddle
      ? { verticalAlign: 'middle' }
      : { verticalAlign: 'top', spacingTop: Math.round(text.top - shape.top - ABOVE_TEXT) }),
    ...(first.anchor === 'middle'
      ? {}
      : isRight
        ? { spacingRight: Math.round(shape.right - text.right) }
        : { spacingLeft: Math.round(text.left - shape.left) }),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** An image inside the file: an SVG of one path, escaped so that it holds no semicolon. */
function imageOf(path: Path, colors: Colors): string {
  const { d, box, fill, stroke } = path;
  const half = (stroke?.width ?? 0) / 2;
  const [left, top, right, bottom] = box;
  const view = [left - half, top - half, right - left + 2 * half, bottom - top + 2 * half].map(round).join(' ');
  const look = [
    `fill='${fill === null ? 'none' : colors.of(fill)}'`,
    ...(stroke ? [`stroke='${colors.of(stroke.color)}' stroke-width='${stroke.width}'`] : []),
    ...(stroke?.round ? ["stroke-linecap='round' stroke-linejoin='round'"] : []),
  ].join(' ');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${view}'><path d='${d}' ${look}/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll(/%(?:2F|3A|3D)/g, decodeURIComponent)}`;
}
