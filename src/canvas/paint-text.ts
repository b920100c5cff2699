/** Paints a line of text. */
import type { TextItem } from '../scene/index.js';
import type { Pen } from './pen.js';

/** As in SVG. */
const BOLD = 700;
const PLAIN = 400;

/** Runs stand one after the other in the line's direction: no run has a part that another direction would move beyond its neighbour. */
export function paintText({ x, y, anchor, font, size, runs, isRtl }: TextItem, pen: Pen): void {
  const { context } = pen;
  context.direction = isRtl ? 'rtl' : 'ltr';
  const written = runs.map(({ text, isBold, color }) => ({ text: text.replaceAll('\t', ' '), isBold, color }));
  const takeFont = (isBold: boolean): void => {
    context.font = `${isBold ? BOLD : PLAIN} ${size}px ${pen.familiesOf(font, isBold)}`;
  };
  const [only] = written;
  if (only && written.length === 1) {
    takeFont(only.isBold);
    context.fillStyle = pen.colorOf(only.color);
    // `start` and `end` follow the direction, as in SVG.
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.fillText(only.text, x, y);
    return;
  }
  const widths = written.map(({ text, isBold }) => {
    takeFont(isBold);
    return context.measureText(text).width;
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const forward = isRtl ? -1 : 1;
  let at = x - forward * { start: 0, middle: total / 2, end: total }[anchor];
  context.textAlign = 'start';
  for (const [index, { text, isBold, color }] of written.entries()) {
    takeFont(isBold);
    context.fillStyle = pen.colorOf(color);
    context.fillText(text, at, y);
    at += forward * (widths[index] ?? 0);
  }
}
