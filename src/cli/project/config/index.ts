export { DEFAULT_OUT, MANIFEST, pathAt, samplesOf } from './config.js';
export type { Config } from './config.js';
export { printConfig } from './print-config.js';
export { documentsOf, hasFlows, hasProject, openProjects } from './projects.js';
export type { Project, Projects } from './projects.js';
