export { describeFlow } from './description.js';
export { altShapes } from './description-view.js';
