export { SHIPPED } from './files.js';
export type { ListNames, ReadSource, ResolveContext } from './files.js';
export { resolveFlow } from './resolve.js';
export { readReferences } from './references.js';
export type { References } from './references.js';
export { fillText, readVariables, reportUndeclared, shownFor } from './variables.js';
export type { Variables } from './variables.js';
