export { drawPictures } from './draw-pictures.js';
export { deliverSlides } from './draw-slides.js';
export { earlyBrowsers } from './early-browsers.js';
export { isCurrent, planPictures, readyPictures } from './plan-pictures.js';
export type { ReadyPicture } from './plan-pictures.js';
