export { galleryView } from './gallery.js';
export type { GalleryEntry, GalleryOptions } from './gallery.js';
export { pageView } from './page.js';
export { stepsView } from './steps.js';
export { pageShapes } from './view.js';
