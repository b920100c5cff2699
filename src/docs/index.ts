export { citationMistake, wordSpan } from './citation.js';
export type { AttributeName, Citation } from './citation.js';
export type { CitedFlow, ManualPart, PicturePart, Pictures } from './contents/index.js';
export { ownEmbeddings } from './embedding.js';
export type { Embedding, Embeddings } from './embedding.js';
export { embedFlows } from './embed-flows.js';
export type { CiteFlow, EmbeddedBlock, EmbeddedDocument, ShownFlow } from './embed-flows.js';
export type { DocumentKind } from './markers/index.js';
export {
  blockPrefix,
  documentEndings,
  documentKind,
  emptyBlock,
  findBlocks,
  quoteValue,
  readWords,
} from './markers/index.js';
