export { describeFlow } from './description.js';
export { altShapes } from './description-view.js';
export { outlineOf } from './outline.js';
export type { Outline, Sentence } from './outline.js';
