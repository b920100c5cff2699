export { REFERENCE_BESIDE } from './columns.js';
export type { Columns, Side } from './columns.js';
export { around, bandWidth, labelLeft, noteInterval, referenceInterval, xOf } from './extents.js';
export type { Across, Frames, Interval } from './extents.js';
export { Fit, padOf, tagGap, wordsWidth } from './fit.js';
export { looseLength } from './columns.js';
export { layAcross, shiftOf, spreadAcross } from './lay-across.js';
export type { Laid } from './lay-across.js';
