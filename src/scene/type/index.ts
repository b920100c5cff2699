export type { TextKind } from './break-points.js';
export { clustersOf } from './clusters.js';
export { isRightToLeft } from './direction.js';
export { measureWith } from './own-widths.js';
export { textWidth } from './text-width.js';
export type { Face } from './text-width.js';
export { wrapText } from './wrap.js';
export type { Measure } from './wrap.js';
