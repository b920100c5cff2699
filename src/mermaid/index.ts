export { mermaidView } from './build-view.js';
export { mermaidShapes } from './view.js';
export { checkSize } from './target.js';
