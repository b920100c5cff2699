export { drawPicture } from './draw.js';
export { keepPage } from './kept-page.js';
export type { KeptPage } from './kept-page.js';
