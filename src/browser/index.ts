export type { ReportNotice } from './browser.js';
export { embedTexts } from './embed-texts.js';
export { examineMachine } from './examine.js';
export type { Examined, ExamineOptions } from './examine.js';
export { RasterFailure } from './failure.js';
export type { RasterFailureKind } from './failure.js';
export { mermaidVersion } from './peers.js';
export { openRasterizer } from './rasterizer.js';
export type { Rasterizer, RasterOptions } from './rasterizer.js';
