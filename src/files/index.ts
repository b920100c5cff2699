export { codeOf, explainFileError, explainSystemError } from './explain.js';
export { isLeft, markOf, thisProcess } from './leftovers.js';
export type { Processes } from './leftovers.js';
export { makeFolder } from './make-folder.js';
export { explainMissing, explainNoFolder } from './obstacle.js';
export { openForWriting, readFile } from './read-file.js';
export type { ReadFile } from './read-file.js';
export { endless, FileRefusal, kindOfSpecial, MOST_BYTES } from './refusal.js';
