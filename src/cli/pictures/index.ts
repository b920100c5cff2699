export { doWork, inMs } from './do-work.js';
export { isCurrent, planWork } from './plan-work.js';
export type { Work } from './plan-work.js';
