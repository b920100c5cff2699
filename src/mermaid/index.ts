export { mermaidView } from './build-view.js';
export { checkSize } from './size.js';
export { mermaidShapes } from './view.js';
