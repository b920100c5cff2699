export { openCanvas } from './open-canvas.js';
export type { CanvasOptions, PaintScenes } from './open-canvas.js';
