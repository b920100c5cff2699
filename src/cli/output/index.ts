export { checkRoom, chooseDestination, chooseFormats, openDestination, summarizeDeliveries } from './destination.js';
export type { Deliveries, Destination, Product } from './destination.js';
export { GALLERY_FILE, galleryOf } from './gallery-file.js';
export {
  announceFiles,
  authorHash,
  formerAuthorHash,
  linesOf,
  manifestLine,
  readManifest,
  releaseHash,
  settleFiles,
  slidesAuthorHash,
} from './manifest.js';
export type { Manifest, ManifestLine, NewLines, OutputFolder } from './manifest.js';
export { findOrphans, formatOf, knownFolders, stampedFilesIn, stampOf } from './orphans.js';
export { pruneOutput } from './prune-output.js';
export { normalizeBreaks, readBytes, writeNamed } from './write-output.js';
export type { WriteResult } from './write-output.js';
