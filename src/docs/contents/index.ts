export type { CitedFlow, ManualPart, Pictures, TextFormat } from './cited-flow.js';
export { blockContents, manualContents } from './contents.js';
