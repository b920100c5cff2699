export { checksumOf, writeBlockText } from './block-text.js';
export { documentEndings, documentKind } from './document-kind.js';
export type { DocumentKind } from './document-kind.js';
export { findBlocks } from './find-blocks.js';
export type { MarkedBlock } from './find-blocks.js';
export { blockPrefix, emptyBlock, quoteValue, readWords, sealMarker, TABLE } from './marker.js';
export type { Marker, Word } from './marker.js';
