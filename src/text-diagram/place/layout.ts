/** A diagram with every element in its place: columns and rows from 0, ends included. Only texts are characters yet. */
import type { Role } from '../../model/index.js';
import type { Weight } from '../glyphs.js';

/** The main content of a row. */
export type RowKind =
  | 'heading'
  | 'head'
  | 'lifeline'
  | 'message'
  | 'note'
  | 'fragment'
  | 'highlight'
  | 'phase'
  | 'delay'
  | 'ref'
  | 'link'
  | 'blank';

/** A section of a lifeline with the same depth of activation, whole or broken. */
export interface Lifeline {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  readonly depth: number;
  /** Whether time passes. */
  readonly broken: boolean;
}

/** A straight line: horizontal where `top` equals `bottom`, otherwise vertical. */
export interface Stroke {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly weight: Weight;
  readonly role: Role;
}

/** A closed box that hides what is under it; lifelines join its border. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly role: Role;
}

export interface PlacedText {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly role: Role;
  /** Whether it keeps a blank cell on each side over other lines; a mark on a line does not. */
  readonly padded: boolean;
}

/** Drawn in this order; later elements are on top. */
export interface Layout {
  readonly width: number;
  readonly rows: readonly RowKind[];
  readonly lifelines: readonly Lifeline[];
  readonly lines: readonly Stroke[];
  readonly boxes: readonly Box[];
  readonly texts: readonly PlacedText[];
}
