export { contentTypes, namespaces, relationTypes } from './names.js';
export { openPackage, readPart } from './open-package.js';
export type { OpenPackage } from './open-package.js';
export { filesOf, within } from './package.js';
export type { Part, Parts, Relationship } from './package.js';
export { PackageProblem } from './unzip.js';
export { zip } from './zip.js';
