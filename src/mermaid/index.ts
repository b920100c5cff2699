export { checkNumbering } from './check-numbering.js';
export { mermaidView } from './build-view.js';
export { mermaidShapes } from './mermaid-view.js';
export { checkSize, pictureTarget } from './target.js';
