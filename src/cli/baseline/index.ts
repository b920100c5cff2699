export { applyBaselines } from './apply-baselines.js';
export type { BaselinedFlow } from './apply-baseline.js';
