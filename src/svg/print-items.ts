/** Writes the items of a scene. */
import type { Item, Shape, Stroke, TextItem } from '../scene/index.js';
import { escapeXml } from '../source/index.js';
import type { Ink } from './colors.js';
import { printText } from './print-text.js';
import type { TextInk } from './print-text.js';
import { attribute, num } from './write.js';

/** In their order. Neighbours that belong to one participant share a group, which names it. */
export function printItems(items: readonly Item[], by: TextInk): string {
  let printed = '';
  let open: string | undefined;
  for (const item of items) {
    if (item.participant !== open) {
      printed += (open === undefined ? '' : '</g>\n') + groupOf(item.participant);
      open = item.participant;
    }
    printed += printItem(item, by);
  }
  return open === undefined ? printed : `${printed}</g>\n`;
}

const groupOf = (participant: string | undefined): string =>
  participant === undefined ? '' : `<g data-p="${escapeXml(participant)}">\n`;

function printItem(item: Item, by: TextInk): string {
  if (item.kind !== 'link') return printDrawn(item, by);
  const inside = item.items.map((each) => printDrawn(each, by)).join('');
  return isSafe(item.href) ? `<a href="${escapeXml(item.href)}">\n${inside}</a>\n` : inside;
}

/** An address of the web, or a file beside the picture: nothing that could run. */
const isSafe = (href: string): boolean => /^https?:\/\//i.test(href) || /^[A-Za-z\d][\w-]*(?:\.[\w-]+)*$/.test(href);

function printDrawn(item: Shape | TextItem, by: TextInk): string {
  const { ink } = by;
  switch (item.kind) {
    case 'text':
      return printText(item, by);
    case 'rect': {
      const { x, y, width, height, radius } = item;
      const place = attribute('x', x) + attribute('y', y) + attribute('width', width) + attribute('height', height);
      return `<rect${place}${radius === 0 ? '' : attribute('rx', radius)}${paint(item, ink)}/>\n`;
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke } = item;
      const place = attribute('x1', x1) + attribute('y1', y1) + attribute('x2', x2) + attribute('y2', y2);
      return `<line${place}${ink.stroke(stroke.color)}${strokeForm(stroke)}/>\n`;
    }
    case 'path': {
      const { x, y, d } = item;
      const move = x === 0 && y === 0 ? '' : ` transform="translate(${num(x)} ${num(y)})"`;
      return `<path${move} d="${escapeXml(d)}"${paint(item, ink)}/>\n`;
    }
  }
}

function paint({ fill, stroke }: { readonly fill: string | null; readonly stroke: Stroke | null }, ink: Ink): string {
  if (stroke === null) return fill === null ? ' fill="none"' : ink.fill(fill);
  const colors = fill === null ? ` fill="none"${ink.stroke(stroke.color)}` : ink.both(fill, stroke.color);
  return colors + strokeForm(stroke);
}

const strokeForm = ({ width, dash, round }: Stroke): string =>
  (width === 1 ? '' : attribute('stroke-width', width)) +
  (dash === '' ? '' : attribute('stroke-dasharray', dash)) +
  (round ? ' stroke-linecap="round" stroke-linejoin="round"' : '');
