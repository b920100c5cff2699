export { addBlock } from './add-block.js';
export { openCitations } from './cite-flows.js';
export { formatterHint } from './formatter.js';
export { readDocuments, writeDocument } from './documents.js';
export type { Document } from './documents.js';
export { replaceDiagrams } from './replace-diagrams.js';
export type { PlacedFlow } from './place-blocks.js';
export { openPictureReport } from './report-pictures.js';
export { changedLine, editedBlock, reportEdited } from './report-blocks.js';
