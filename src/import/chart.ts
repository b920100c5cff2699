/**
 * What a flow can say of a Mermaid diagram: texts as they are drawn, and rows with what belongs to them. Two diagrams with
 * the same chart are the same picture.
 */
import type { FragmentType, ParticipantShape } from '../model/index.js';
import type { ArrowType } from './line-types.js';

export interface Chart {
  /** The drawn title, or ''. */
  readonly heading: string;
  readonly accTitle: string;
  readonly accDescr: string;
  readonly participants: readonly ChartParticipant[];
  readonly boxes: readonly ChartBox[];
  readonly rows: readonly ChartRow[];
}

export interface ChartParticipant {
  /** Mermaid's id, as drawn. */
  readonly id: string;
  readonly label: string;
  readonly shape: ParticipantShape;
  readonly links: readonly (readonly [label: string, url: string])[];
  /** An index of `boxes`, or null. */
  readonly box: number | null;
}

export interface ChartBox {
  readonly title: string;
  /** A CSS colour, or null for one that only the theme knows. */
  readonly color: string | null;
}

/** `row`: the index of the database's message. Participants are named by Mermaid's ids. */
export type ChartRow = { readonly row: number } & (
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
  readonly arrow: ArrowType;
  /** Null where Mermaid draws none. */
  readonly number: { readonly value: number; readonly step: number } | null;
  readonly activate: boolean;
  readonly deactivate: boolean;
  readonly create: boolean;
  /** The participant that ends here, or ''. */
  readonly destroy: string;
  /** Right after the message, over its two ends. */
  readonly notes: readonly string[];
}

export interface ChartNote {
  readonly kind: 'note';
  readonly placement: 'left' | 'right' | 'over';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}
