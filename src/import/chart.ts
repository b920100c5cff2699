/**
 * What a flow can express of a diagram in any notation: texts as they are drawn, and rows from top to
 * bottom. Two diagrams with the same chart give the same picture.
 */
import type { Arrow, ArrowHead, FragmentType, ParticipantShape } from '../model/index.js';
import type { Span } from '../source/index.js';

export interface Chart {
  /** Drawn above the diagram, or ''. */
  readonly drawnTitle: string;
  /** For screen readers, or ''. */
  readonly title: string;
  readonly summary: string;
  readonly participants: readonly ChartParticipant[];
  readonly boxes: readonly ChartBox[];
  readonly rows: readonly ChartRow[];
}

export interface ChartParticipant {
  /** The id in rows and in the flow. */
  readonly id: string;
  readonly label: string;
  readonly shape: ParticipantShape;
  readonly links: readonly (readonly [label: string, url: string])[];
  /** An index of `boxes`, or null. */
  readonly box: number | null;
  /** The offsets in the source of the lines that declare it. */
  readonly declaredAt: readonly number[];
}

export interface ChartBox {
  readonly title: string;
  /** A CSS colour, or null for the theme's. */
  readonly color: string | null;
}

/** `span`: its line in the source. Participants are given by id. */
export type ChartRow = { readonly span: Span } & (
  | ChartMessage
  | ChartNote
  | { readonly kind: 'activation'; readonly participant: string; readonly active: boolean }
  | { readonly kind: 'open'; readonly type: FragmentType; readonly text: string }
  | { readonly kind: 'highlight'; readonly color: string | null }
  | { readonly kind: 'branch'; readonly text: string }
  | { readonly kind: 'close' }
);

export interface ChartMessage {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly arrow: ChartArrow;
  /** Null where no number is drawn. */
  readonly number: { readonly value: number; readonly step: number } | null;
  /** A reader may leave these false and empty, and give separate rows instead: settleRows joins them. */
  readonly activate: boolean;
  readonly deactivate: boolean;
  readonly notes: readonly string[];
  readonly create: boolean;
  /** The participant that the message destroys, or ''. */
  readonly destroy: string;
}

/** `both`: filled, at both ends. */
export interface ChartArrow {
  readonly line: Arrow['line'];
  readonly head: ArrowHead | 'both';
}

export interface ChartNote {
  readonly kind: 'note';
  readonly placement: 'left' | 'right' | 'over';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}
