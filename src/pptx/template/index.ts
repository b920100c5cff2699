export type { PptxTemplate } from './pptx-template.js';
