export { sortPaths } from './asked-files.js';
export type { AskedFiles } from './asked-files.js';
export { checkDocuments, printDocumentDiffs, summarizeDocuments } from './check-documents.js';
export { compareOutput } from './compare-output.js';
export { askedOf } from './finding.js';
export { noticeOfRelease } from './other-release.js';
export { printDiffs, printSummaries, summarize } from './report.js';
