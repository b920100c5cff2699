export { atomsOf } from './atoms.js';
export type { Atoms, State } from './atoms.js';
export { chooseCuts } from './choose-cuts.js';
export { cutBlocks } from './cut-blocks.js';
export type { PartWords } from './cut-blocks.js';
export { mostEnlarged, withLeastType } from './least-type.js';
