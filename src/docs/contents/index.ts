export type { CitedFlow, ManualPart, Pictures } from './cited-flow.js';
export { blockContents, manualContents } from './contents.js';
