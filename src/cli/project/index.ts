export { flowDefaults, visitFlows } from './compile-flows.js';
export type { CompiledFlow, CompiledSource, CompilingOptions } from './compile-flows.js';
export {
  configNames,
  DEFAULT_OUT,
  documentsOf,
  hasConfig,
  hasFlows,
  hasProject,
  MANIFEST,
  nearestConfigs,
  openProjects,
  printConfig,
  samplesOf,
} from './config/index.js';
export type { Config, Project, Projects } from './config/index.js';
export {
  DEFAULT_FOLDER,
  diagramFiles,
  displayPath,
  documentFiles,
  findFiles,
  isShipped,
  shippedFlows,
  STDIN,
} from './find-files.js';
export type { FileKind } from './find-files.js';
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
export {
  changedMeanwhile,
  fileOf,
  readFiles,
  readFoundFlows,
  readText,
  nameLister,
  sourceReader,
  STDIN_PATH,
} from './read-flows.js';
export { renderFlows } from './render-flows.js';
export { makeOptions } from './render-options.js';
export { isFirstShard, isInShard } from './shard.js';
export { prettierConfig, prettierIgnore } from './prettier.js';
