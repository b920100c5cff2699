/** A measured diagram: every element's words, and the room that it needs beside its lifelines, without a place yet. */
import type { Arrow, Role } from '../../model/index.js';
import type { Extent, Turn } from '../../layout/index.js';
import type { Line } from './lines.js';
import { widthOf } from '../cells.js';

export interface Head {
  readonly lines: readonly Line[];
  /** The name of the participant's shape; no text for a plain participant. */
  readonly mark: Line;
  /** From the lifeline to the box's sides; `right` is one more than `left` in a box of even width. */
  readonly left: number;
  readonly right: number;
  /** Whether it appears with the message that creates it, not at the top. */
  readonly created: boolean;
}

/** A box of the script around heads. */
export interface Group {
  readonly extent: Extent;
  readonly title: readonly Line[];
}

export type Block = MessageBlock | NoteBlock | FrameBlock | RuleBlock | TurnBlock;

export interface MessageBlock {
  readonly kind: 'message';
  readonly extent: Extent;
  /** What stands in its stem before the label, or no text. */
  readonly leg: Line;
  readonly label: readonly Line[];
  readonly role: Role;
  readonly arrow: Arrow;
  readonly path: ArrowPath | LoopPath | LoosePath;
  /** Activations in the row of the arrow's head. */
  readonly opens: readonly Turn[];
  /** Activations after that row. */
  readonly closes: readonly Turn[];
  /** The participant that ends with this message, or null. */
  readonly ends: number | null;
  readonly notes: readonly NoteBlock[];
}

export interface ArrowPath {
  readonly kind: 'arrow';
  readonly from: number;
  readonly to: number;
  /** The cells from the left lifeline to the beginning of the stem, and from the right lifeline back to its end. */
  readonly leftInset: number;
  readonly rightInset: number;
  readonly creates: boolean;
}

export interface LoopPath {
  readonly kind: 'loop';
  readonly participant: number;
  readonly side: 'left' | 'right';
  /** False for a self-message that is only a text beside its lifeline. */
  readonly drawn: boolean;
  /** The cells from the label's start to its right end: more than its width where labels share a left edge. */
  readonly column: number;
  /** Where the loop leaves and returns, in cells right of the lifeline. */
  readonly leaves: number;
  readonly returns: number;
}

/** From or to nowhere. */
export interface LoosePath {
  readonly kind: 'loose';
  readonly participant: number;
  readonly side: 'left' | 'right';
  readonly isFound: boolean;
  /** From the lifeline's own column to the beginning of the stem, and from there to nowhere. */
  readonly inset: number;
  readonly length: number;
}

export interface NoteBlock {
  readonly kind: 'note';
  readonly role: 'note' | 'ref';
  /** What stands in its upper border; no text for a note. */
  readonly tag: Line;
  readonly extent: Extent;
  readonly lines: readonly Line[];
}

export interface FrameBlock {
  readonly kind: 'frame';
  readonly extent: Extent;
  /** A highlighted region is a dashed frame without a title. */
  readonly role: 'fragment' | 'highlight';
  readonly branches: readonly Branch[];
  /** Participants that go on below, though the last branch ends them. */
  readonly revives: readonly number[];
}

interface Branch {
  readonly title: readonly Line[];
  /** Participants that the branch before ended, and that go on from the title's row. */
  readonly revives: readonly number[];
  /** Activations to restore, in the title's row, to those at the fragment's start. */
  readonly restores: readonly Turn[];
  readonly blocks: readonly Block[];
}

/** A title in a rule across the diagram or the frame around it, for a phase; or words while lifelines are broken, for a delay. */
export interface RuleBlock {
  readonly kind: 'rule';
  readonly role: 'phase' | 'delay';
  readonly title: readonly Line[];
  /** Null inside a frame, which makes room for its title. */
  readonly extent: Extent | null;
}

interface TurnBlock {
  readonly kind: 'turn';
  readonly turn: Turn;
}

/** The cells that a branch's operator takes with the brackets around the label. A group has none. */
export const keywordWidth = (keyword: string): number => (keyword === '' ? 0 : widthOf(keyword) + ' []'.length);

export interface Measured {
  readonly heading: readonly Line[];
  readonly heads: readonly Head[];
  readonly groups: readonly Group[];
  readonly blocks: readonly Block[];
  readonly below: readonly { readonly role: Role; readonly lines: readonly Line[] }[];
  /** How far the deepest activations of each lifeline reach to the right, in cells. */
  readonly reaches: readonly number[];
}

/** How far a lifeline reaches right of its own column: one activation is on it, each further one beside the last. */
export const reachOf = (depth: number): number => Math.max(0, depth - 1);
