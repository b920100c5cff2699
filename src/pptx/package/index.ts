export { contentTypes, namespaces, relationTypes } from './names.js';
export { filesOf, relsOf, within } from './package.js';
export type { Part, Parts, Relationship } from './package.js';
export { zip } from './zip.js';
