export { asciidocDialect } from './asciidoc-dialect.js';
export type { MermaidBlock } from './asciidoc-dialect.js';
export { asciidocPage } from './asciidoc-page.js';
export type { AsciidocPart } from './asciidoc-page.js';
export { asciidocShapes } from './asciidoc-view.js';
