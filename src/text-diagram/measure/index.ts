export { nextBranch } from './blocks.js';
export type {
  ArrowPath,
  Block,
  FrameBlock,
  Group,
  LoopPath,
  Measured,
  MessageBlock,
  NoteBlock,
  Turn,
} from './blocks.js';
export { solveColumns } from './columns.js';
export type { Columns } from './columns.js';
export { headMark } from './heads.js';
export { centred, lean } from './lean.js';
export type { Sides } from './lean.js';
export { hangOf, widest } from './lines.js';
export type { Line } from './lines.js';
export { noteSides } from './measure-note.js';
export { measureScript } from './measure.js';
export type { Below, Fitted } from './measure.js';
