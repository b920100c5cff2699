export { doWork, drawOne, explainFailure, inMs } from './do-work.js';
export { missingLetters } from './missing-letters.js';
export { compareFile, isCurrent, planWork } from './plan-work.js';
export type { Work } from './plan-work.js';
