export { inkRows } from './ink.js';
export { asciiShapes } from './view.js';
export type { AsciiRow, AsciiSegment, AsciiView } from './view.js';
export { paintView } from './view.js';
