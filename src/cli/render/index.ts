export type { Job } from './job.js';
export { renderJob } from './render-job.js';
export type { Result } from './render-job.js';
