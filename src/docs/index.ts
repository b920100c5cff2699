export { wordSpan } from './citation.js';
export type { AttributeName, Citation } from './citation.js';
export type { CitedFlow, ManualPart, Pictures, TextFormat } from './cited-flow.js';
export { documentEndings, documentKind } from './document.js';
export { embedFlows } from './embed-flows.js';
export type { CiteFlow, EmbeddedBlock, EmbeddedDocument } from './embed-flows.js';
export { findBlocks } from './find-blocks.js';
export { blockPrefix, emptyBlock, quoteValue, readWords } from './marker.js';
export { citationMistake } from './mistakes.js';
