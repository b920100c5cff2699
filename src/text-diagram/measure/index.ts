export { keywordWidth } from './blocks.js';
export type {
  ArrowPath,
  Block,
  FrameBlock,
  Group,
  LoopPath,
  LoosePath,
  Measured,
  MessageBlock,
  NoteBlock,
  RuleBlock,
} from './blocks.js';
export { solveColumns } from './columns.js';
export { headMark, padHeads } from './heads.js';
export { hangOf, moreBelow, widest } from './lines.js';
export type { Line } from './lines.js';
export { noteSides } from './measure-note.js';
export { measureScript } from './measure.js';
export type { Below, Fitted } from './measure.js';
