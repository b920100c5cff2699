export { inkRows } from './ink.js';
export { paintView } from './paint.js';
export { asciiShapes } from './view.js';
export type { AsciiRow, AsciiSegment, AsciiView } from './view.js';
