export { examineMachine } from './examine.js';
export type { Examined, ExamineOptions } from './examine.js';
export { mermaidVersion } from './peers.js';
export { openRasterizer } from './rasterizer.js';
export type { Rasterizer, RasterOptions } from './rasterizer.js';
