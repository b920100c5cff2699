export { clustersOf, widthOf } from './cells.js';
export { asciiShapes, paintView } from './ink/index.js';
export type { AsciiRow, AsciiSegment, AsciiView } from './ink/index.js';
export { styles, withinStyle } from './options.js';
export type { Style } from './options.js';
export type { RowKind } from './place/index.js';
export { asciiView } from './text-diagram.js';
