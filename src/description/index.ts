export { describeFlow } from './description.js';
export { altShapes } from './view.js';
