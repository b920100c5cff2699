export { treeStart } from './master.js';
export { notesName, notesSize } from './notes-master.js';
export { EMU_PER_PX, notesParts, ownBase } from './own-base.js';
