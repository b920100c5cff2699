export type { ReadSource, ResolveContext } from './files.js';
export { resolveFlow } from './resolve.js';
export { fillText, readVariables, reportUndeclared, shownFor } from './variables.js';
export type { Variables } from './variables.js';
