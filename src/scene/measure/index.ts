export type {
  ArrowPath,
  Badge,
  Block,
  BranchBlock,
  DelayBlock,
  FrameBlock,
  FrameCut,
  LoopPath,
  LoosePath,
  MessageBlock,
  NoteBlock,
  PhaseBlock,
  ReferenceBlock,
  Tag,
} from './blocks.js';
export { measureHeads } from './heads.js';
export type { Head, Heads, ZoneBlock } from './heads.js';
export { noteTone } from './measure-note.js';
export { measureScript } from './measure.js';
export { rightReach } from './walk.js';
export type { Facts } from './walk.js';
