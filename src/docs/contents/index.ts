export type { CitedFlow, Description, ManualPart, PicturePart, Pictures } from './cited-flow.js';
export { blockContents, manualContents } from './contents.js';
export { foldMarks } from './folded.js';
