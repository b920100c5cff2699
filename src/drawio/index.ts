export { drawScene } from './draw-scene.js';
export type { PageRequest } from './draw-scene.js';
export { printDrawio } from './print-drawio.js';
