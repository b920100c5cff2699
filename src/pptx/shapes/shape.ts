/** What a slide shows, in px. Printers only write it down. */
import type { Token } from '../../scene/index.js';
import type { Frame, Point, Segment } from './path-data.js';

export type Drawn = Figure | Connector;

interface DrawnBase {
  /** As lists of a slide's objects show it. */
  readonly name: string;
  /** What readers hear who can't see it; null for decoration; '' where its text says all. */
  readonly alt: string | null;
  /** http or https; '' for none. */
  readonly href: string;
  /** The click with which it appears, from 0; null from the start. */
  readonly click: number | null;
}

export interface Figure extends DrawnBase {
  readonly kind: 'figure';
  readonly frame: Frame;
  readonly form: Form;
  readonly fill: Token | null;
  readonly line: Pen | null;
  readonly text: Body | null;
}

/** A straight line, which may be glued to figures. */
export interface Connector extends DrawnBase {
  readonly kind: 'connector';
  readonly from: Point;
  readonly to: Point;
  readonly line: Pen;
  readonly glue: { readonly start: Glue | null; readonly end: Glue | null };
}

/** To a site of a figure that stands before the connector. */
export interface Glue {
  readonly participant: string;
  /** In the figure's list, behind the four of its head. */
  readonly site: number;
}

export type Form =
  | { readonly kind: 'text' | 'ellipse' }
  | { readonly kind: 'rect'; readonly radius: number }
  | { readonly kind: 'paths'; readonly paths: readonly Outline[] }
  | Post;

/** A participant: a head, of which a lifeline hangs, with sites where connectors meet it. */
export interface Post {
  readonly kind: 'post';
  readonly participant: string;
  readonly headBottom: number;
  readonly paths: readonly Outline[];
  readonly sites: readonly Site[];
}

export interface Site {
  readonly at: Point;
  readonly isLeft: boolean;
}

export interface Outline {
  readonly segments: readonly Segment[];
  readonly isFilled: boolean;
  readonly isStroked: boolean;
}

export type LineEnd = 'none' | 'triangle' | 'arrow' | 'oval';

export interface Pen {
  readonly color: Token;
  readonly width: number;
  readonly dash: string;
  readonly round: boolean;
  readonly start?: LineEnd;
  readonly end?: LineEnd;
}

export interface Body {
  readonly paragraphs: readonly Paragraph[];
  readonly anchor: 't' | 'ctr' | 'b';
  readonly insets: Frame;
}

export interface Paragraph {
  readonly align: 'l' | 'ctr' | 'r';
  readonly isRtl: boolean;
  readonly runs: readonly TextRun[];
  /** Of an empty one. */
  readonly size: number;
  /** From line to line; null for a single one. */
  readonly lineHeight: number | null;
}

export interface TextRun {
  readonly text: string;
  readonly isBold: boolean;
  readonly isMono: boolean;
  readonly size: number;
  readonly color: Token;
  readonly href: string;
}
