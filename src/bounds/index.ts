export { boundsOf, holds, joinBounds, middleOf } from './bounds.js';
export type { Bounds } from './bounds.js';
