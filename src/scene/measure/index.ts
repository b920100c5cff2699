export type {
  ArrowPath,
  Badge,
  Block,
  BranchBlock,
  DelayBlock,
  FrameBlock,
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
export { measureScript, noteTone, rightReach } from './measure.js';
export type { Facts } from './measure.js';
