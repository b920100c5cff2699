export { firstLine, RasterFailure } from './failure.js';
export type { RasterFailureKind, ReportNotice } from './failure.js';
export { loadPeer, packageFolder, versionOf } from './load.js';
export type { InstallWay } from './load.js';
export {
  BROWSER_PEERS,
  CANVAS_PEERS,
  EMBEDDING_PEERS,
  FONT_PEERS,
  npmInstall,
  PEERS,
  RENDERER_PEERS,
} from './packages.js';
export type { Peer } from './packages.js';
