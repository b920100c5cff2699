export { sortPaths } from './asked-files.js';
export type { AskedFiles } from './asked-files.js';
export {
  checkDocuments,
  citedFlows,
  openDocuments,
  printDocumentDiffs,
  summarizeDocuments,
} from './check-documents.js';
export { compareFlow, compareWhole } from './compare-output.js';
export type { ComparedFlow } from './compare-output.js';
export { compareDrawn } from './compare-drawn.js';
export { configuredFormats } from './finding.js';
export type { Asked } from './finding.js';
export type { OpenFolder } from './open-folder.js';
export { openFolders } from './open-folder.js';
export { noticeOfRelease } from './other-release.js';
export { printDiffs, printSummaries, summarize } from './report.js';
