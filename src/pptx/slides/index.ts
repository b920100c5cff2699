export { diagramPage } from './diagram-page.js';
export { fitType } from './fit-type.js';
export { listPages } from './list-pages.js';
export { notesFile } from './notes.js';
export { TITLE_ID } from './page.js';
export type { Page } from './page.js';
export { printParagraphs, printPlaceholder, slideFile } from './slide-parts.js';
export { tablePages } from './table-pages.js';
export { titlePage } from './title-page.js';
