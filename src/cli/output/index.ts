export { causeOfWriting, summarizeCauses } from './causes.js';
export type { Cause } from './causes.js';
export { checkRoom, chooseDestination, chooseFormats, openDestination, summarizeDeliveries } from './destination.js';
export type { Deliveries, Destination, Product } from './destination.js';
export { earlyHash } from './early-hash.js';
export { findFormerParts } from './former-parts.js';
export { GALLERY_FILE, galleryOf } from './gallery-file.js';
export type { Listing } from './gallery-file.js';
export {
  announceFiles,
  authorHash,
  causeOf,
  linesOf,
  isStorable,
  manifestLine,
  readManifest,
  releaseMark,
  settleFiles,
  slidesAuthorHash,
  versionIn,
  withoutProof,
} from './manifest.js';
export type { Manifest, ManifestLine, NewLines, OutputFolder } from './manifest.js';
export { inputsOf, outputsOf } from './name-files.js';
export { findOrphans, formatOf, idOf, isOfLastRun, knownFolders, stampedFilesIn, stampOf } from './orphans.js';
export type { Orphan, Sharing } from './orphans.js';
export { pruneOutput, pruneParts, pruneSlides, readManifests } from './prune-output.js';
export { normalizeBreaks, readBytes, writeNamed } from './write-output.js';
export type { WriteResult } from './write-output.js';
