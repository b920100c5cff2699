export { addBlock } from './add-block.js';
export { openCitations } from './cite-flows.js';
export { readDocuments, writeDocument } from './documents.js';
export type { Document } from './documents.js';
export { replaceDiagrams } from './import-in-place.js';
export type { PlacedFlow } from './import-in-place.js';
export { changedLine, editedBlock, reportEdited } from './report-blocks.js';
