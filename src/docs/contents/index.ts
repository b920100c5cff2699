export type { CitedFlow, Description, ManualPart, Pictures } from './cited-flow.js';
export { blockContents, manualContents } from './contents.js';
