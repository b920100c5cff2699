export { flowDefaults, visitFlows } from './compile-flows.js';
export type { CompiledFlow, CompiledSource, CompilingOptions } from './compile-flows.js';
export {
  DEFAULT_OUT,
  documentsOf,
  hasFlows,
  hasProject,
  MANIFEST,
  openProjects,
  printConfig,
  samplesOf,
} from './config/index.js';
export type { Config, Project, Projects } from './config/index.js';
export { isWithin, LEADS_OUT, openBoundary } from './boundary.js';
export { diagramFiles, documentFiles } from './file-kinds.js';
export type { FileKind } from './file-kinds.js';
export { configNames, hasConfig, nearestConfigs } from './find-configs.js';
export { DEFAULT_FOLDER, displayPath, findFiles, isShipped, shippedFlows, STDIN } from './find-files.js';
export { globBase } from './search-folder.js';
export { importSources, nothingFound } from './import-sources.js';
export type { ImportedSources } from './import-sources.js';
export { changesSince, openChanges } from './touches.js';
export type { Changes } from './touches.js';
export { ignoredFiles, isDeleted } from './changed-files.js';
export { failsStrictly, openLinter, problemsIn, remarksOn, skippedRules } from './lint-flows.js';
export type { LintedFlow, LintedProject } from './lint-flows.js';
export { openEachFlow, openFlows } from './open-flows.js';
export type { DesignedProject, MadeFlow, OpenFlows, OpenProject } from './open-flows.js';
export { readDesign } from './read-design.js';
export { readFonts } from './read-fonts.js';
export { readPptxTemplate } from './read-pptx-template.js';
export {
  changedMeanwhile,
  fileOf,
  readFiles,
  readFoundFlows,
  readInside,
  readText,
  nameLister,
  sourceReader,
  STDIN_PATH,
} from './read-flows.js';
export { renderFlows } from './render-flows.js';
export { makeOptions } from './render-options.js';
export { isFirstShard, isInShard } from './shard.js';
export { prettierConfig, prettierIgnore } from './prettier.js';
