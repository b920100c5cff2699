/** A picture before it has a layout: its steps as blocks, whose texts can be wrapped to any width. Participants are indices. */
import type { Turn } from '../../layout/index.js';
import type {
  ScriptBranch,
  ScriptDelay,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptPhase,
  ScriptReference,
  Tone,
} from '../../model/index.js';
import type { Passage } from '../text/index.js';

export type Block = MessageBlock | NoteBlock | ReferenceBlock | FrameBlock | PhaseBlock | DelayBlock | TurnBlock;

export interface MessageBlock {
  readonly kind: 'message';
  readonly step: ScriptMessage;
  readonly path: ArrowPath | LoopPath | LoosePath;
  readonly badge: Badge | null;
  /** What stands between the number and the text. */
  readonly mark: 'redirect' | Tone | null;
  readonly label: Passage;
  /** Behind the text: the categories of its threats and its findings; null for none. */
  readonly tag: Tag | null;
  /** The width of the badge and the mark, before the text. */
  readonly lead: number;
  /** Whether it stands out, as messages through the browser do. */
  readonly isAccent: boolean;
  /** The activations of its first and last participant before its arrow; the larger of those before and after it for notes. */
  readonly reach: Reaches;
  /** Activations that begin, and end, at its arrow. */
  readonly opens: readonly Turn[];
  readonly closes: readonly Turn[];
  /** The participant that ends with it; null for none. */
  readonly ends: number | null;
  readonly notes: readonly NoteBlock[];
}

/** How far the bars of two lifelines reach from them, in px: to the right of the first, and to the left of the last. */
interface Reaches {
  /** Before the message. */
  readonly first: number;
  readonly last: number;
  /** After it. */
  readonly firstAfter: number;
  readonly lastAfter: number;
  /** To the other sides, at most: to the left of the first lifeline, and to the right of the last. */
  readonly left: number;
  readonly right: number;
}

export interface ArrowPath {
  readonly kind: 'arrow';
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly creates: boolean;
}

export interface LoopPath {
  readonly kind: 'loop';
  readonly at: number;
}

/** From or to nowhere. */
export interface LoosePath {
  readonly kind: 'loose';
  readonly at: number;
  readonly side: 'left' | 'right';
  readonly isFound: boolean;
}

/** A number in a disc, or in a pill where it is wide. */
export interface Badge {
  readonly text: string;
  readonly textWidth: number;
  readonly width: number;
}

export interface Tag {
  readonly text: string;
  readonly textWidth: number;
  readonly width: number;
}

export interface NoteBlock {
  readonly kind: 'note';
  readonly step: ScriptNote;
  /** `hung` under its message; otherwise beside or over lifelines. */
  readonly placement: 'hung' | 'left' | 'right' | 'over';
  /** Whether it hangs under a self-message. */
  readonly isUnderLoop: boolean;
  readonly first: number;
  readonly last: number;
  readonly isData: boolean;
  readonly body: Passage;
  /** How far the bars of its last lifeline reach. */
  readonly reach: number;
}

export interface ReferenceBlock {
  readonly kind: 'ref';
  readonly step: ScriptReference;
  readonly first: number;
  readonly last: number;
  readonly operator: Passage;
  readonly body: Passage;
  readonly reach: number;
}

export interface FrameBlock {
  readonly kind: 'frame';
  readonly step: ScriptFragment | ScriptHighlight;
  readonly branches: readonly BranchBlock[];
  /** Participants that go on below, though the last branch ends them. */
  readonly revives: readonly number[];
  /** Where only a part of it is drawn; absent for a whole one. */
  readonly cut?: FrameCut;
}

/** A frame that an earlier or a later part holds, too. */
export interface FrameCut {
  readonly above: boolean;
  readonly below: boolean;
  /** That it goes on, at its bottom. */
  readonly says: Passage;
}

export interface BranchBlock {
  /** Null for a region. */
  readonly said: ScriptBranch | null;
  readonly operator: Passage;
  readonly label: Passage;
  readonly revives: readonly number[];
  readonly restores: readonly Turn[];
  readonly blocks: readonly Block[];
}

export interface PhaseBlock {
  readonly kind: 'phase';
  readonly step: ScriptPhase;
  /** Whether it is in a frame. */
  readonly isNested: boolean;
  readonly title: Passage;
}

export interface DelayBlock {
  readonly kind: 'delay';
  readonly step: ScriptDelay;
  readonly text: Passage;
}

export interface TurnBlock {
  readonly kind: 'turn';
  readonly turn: Turn;
}
