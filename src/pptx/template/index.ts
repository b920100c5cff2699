export type { PptxTemplate } from './pptx-template.js';
export { readTemplate } from './read-template.js';
export type { ReadTemplate } from './read-template.js';
