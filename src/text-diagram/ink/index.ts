export { inkRows } from './ink.js';
export { asciiShapes } from './rows-view.js';
export type { AsciiRow, AsciiSegment, AsciiView } from './rows-view.js';
export { paintView } from './rows-view.js';
