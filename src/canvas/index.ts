export { openCanvas } from './open-canvas.js';
export type { Canvas, CanvasOptions } from './open-canvas.js';
