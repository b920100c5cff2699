export { headingAnchors } from './heading-anchors.js';
export { printImage } from './inline-markdown.js';
export { markdownDialect } from './markdown-dialect.js';
export { readPage } from './page-sections.js';
