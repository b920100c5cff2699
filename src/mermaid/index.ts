export { mermaidView } from './build-view.js';
export { mermaidShapes } from './mermaid-view.js';
export { checkSize } from './target.js';
