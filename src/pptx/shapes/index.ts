export { frameOf, line, move, roundedRect, segmentsOf } from './path-data.js';
export type { Frame, Point, Segment } from './path-data.js';
export { printShapes } from './print-drawn.js';
export type { PrintedShapes } from './print-drawn.js';
export { printBody } from './print-text.js';
export type {
  Body,
  Connector,
  Drawn,
  Figure,
  Form,
  Glue,
  LineEnd,
  Outline,
  Paragraph,
  Pen,
  Post,
  Site,
  TextRun,
} from './shape.js';
export { emu, points } from './slide-ink.js';
export type { SlideInk } from './slide-ink.js';
