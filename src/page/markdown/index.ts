export { headingAnchors } from './heading-anchors.js';
export { printImage } from './inline-markdown.js';
export { markdownDialect } from './markdown-dialect.js';
export { readPage } from './page-sections.js';
export type { PageParts } from './page-sections.js';
