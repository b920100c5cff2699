/** The steps of a flow: a tree of messages, notes, fragments and regions. */
import type { Span, Text } from '../source/index.js';
import type { Check } from './checks.js';
import type { Json, Request, Response, SamlData } from './http.js';

export interface Numbering {
  /** Mermaid's autonumber badge. */
  readonly badge: boolean;
  /** `1. ` in front of the text, in Mermaid. */
  readonly label: boolean;
  readonly start: number;
  readonly step: number;
  /** Whether messages are numbered within their phase: `1.1`, `1.2`, `2.1`. */
  readonly byPhase: boolean;
  /** Whether the two messages of a redirect have one number; null where the output decides. */
  readonly oneForRedirects: boolean | null;
}

export type Step = Message | Note | Fragment | Highlight | Delay | FlowReference | ActivationChange | NumberingChange;

/** The fields of every step. */
export interface StepBase {
  /** The author's id, otherwise one derived from the step's text; unique in the flow. */
  readonly id: string;
  /** Whether the author gave the id: only then can the flow file refer to it, and it stays when the text changes. */
  readonly isNamed: boolean;
  /** The title of the phase that starts with the step. */
  readonly phase: Text | null;
  readonly threats: readonly Threat[];
  /** False leaves the step out of the text diagram. */
  readonly inText: boolean;
  readonly span: Span;
}

/** What a step means for the reader. The theme says the colours. */
export const toneNames = ['danger', 'success', 'muted', 'accent'] as const;
export type Tone = (typeof toneNames)[number];

export type Channel = 'front' | 'back' | 'local';

/** filled: arrowhead; open: no head (Mermaid's `->`); cross: `-x`; async: `-)`. */
export const arrowHeads = ['filled', 'open', 'cross', 'async'] as const;
export type ArrowHead = (typeof arrowHeads)[number];

export interface Arrow {
  readonly line: 'solid' | 'dotted';
  readonly head: ArrowHead;
  /** A head at both ends; only with `filled`. */
  readonly both: boolean;
}

/**
 * The ends of messages from and to nowhere, UML's found and lost messages (UML 2.5.1 §17.4.3.1): left and right of the other end.
 * No participant has such an id.
 */
export const outside = ['[', ']'] as const;

export const isOutside = (id: string): boolean => outside.some((end) => end === id);

/** The one participant of a message from or to nowhere. */
export interface LooseEnd {
  readonly participant: string;
  readonly side: 'left' | 'right';
  /** Whether the message comes from nowhere; otherwise it goes there. */
  readonly isFound: boolean;
}

/** Null for a message between participants. */
export function looseEnd({ from, to }: { readonly from: string; readonly to: string }): LooseEnd | null {
  if (!isOutside(from) && !isOutside(to)) return null;
  const isFound = isOutside(from);
  const [participant, end] = isFound ? [to, from] : [from, to];
  return { participant, side: end === '[' ? 'left' : 'right', isFound };
}

/** The participants of a message: one for a self-message, and for one from or to nowhere. */
export function endsOf({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): readonly [string] | readonly [string, string] {
  const loose = looseEnd({ from, to });
  if (loose) return [loose.participant];
  return from === to ? [from] : [from, to];
}

export interface Message extends StepBase {
  readonly kind: 'message';
  /** Participant ids, equal for a self-message; or one of {@link outside}. */
  readonly from: string;
  readonly to: string;
  readonly text: Text;
  /** The text in the text diagram, where it differs. */
  readonly asciiText: Text | null;
  readonly arrow: Arrow;
  readonly isReply: boolean;
  /** The id of the step that this one answers, or ''. */
  readonly replyTo: string;
  readonly channel: Channel;
  /** Which leg of a redirect through the browser this is: the 3xx reply, or the request that it causes. */
  readonly redirectLeg: 'response' | 'request' | null;
  readonly request: Request | null;
  readonly response: Response | null;
  /** Decoded JWTs by the parameter that carries them. */
  readonly jwts: readonly { readonly name: string; readonly header: Json | null; readonly claims: Json | null }[];
  readonly saml: SamlData | null;
  /** What the sender verifies in a self-message. */
  readonly checks: readonly Check[];
  /** `to` is activated, or `from` deactivated, by this message (Mermaid's `+` and `-`). */
  readonly activate: boolean;
  readonly deactivate: boolean;
  /** This message creates `to`. */
  readonly create: boolean;
  /** The participant (from or to) that this message destroys, or ''. */
  readonly destroy: string;
  readonly tone: Tone | null;
  /** Notes right after the message, before the blank line. */
  readonly notes: readonly Note[];
}

/** A message of the flow's steps that has a request. */
export type Exchange = Message & { readonly request: Request };

export interface Note extends StepBase {
  readonly kind: 'note';
  readonly placement: 'left' | 'right' | 'over';
  /** One participant, or the first and last that the note is over, in the author's order. */
  readonly participants: readonly [string] | readonly [string, string];
  readonly body: NoteBody;
  readonly tone: Tone | null;
  readonly asciiText: Text | null;
}

/** A note's body: written, derived from the message's data, or a remark for a review. */
export type NoteBody =
  | { readonly kind: 'text' | 'threat' | 'finding'; readonly text: Text }
  | { readonly kind: 'request'; readonly request: Request; readonly only: DrawnNames }
  | { readonly kind: 'response'; readonly response: Response; readonly only: DrawnNames };

/** The parameters, header fields and members that a note shows of its data; null for all. */
export type DrawnNames = readonly string[] | null;

export const fragmentTypes = ['alt', 'opt', 'loop', 'par', 'critical', 'break', 'group'] as const;

/** UML's combined fragments, as Mermaid names them, and `group`, which only has a label. */
export type FragmentType = (typeof fragmentTypes)[number];

export interface Fragment extends StepBase {
  readonly kind: 'fragment';
  readonly type: FragmentType;
  /** At least one; exactly one for opt, loop, break and group. */
  readonly branches: readonly Branch[];
  /** A polling loop's interval in seconds, where given. */
  readonly interval: Text | null;
}

export interface Branch {
  /** May be empty. */
  readonly label: Text;
  readonly tone: Tone | null;
  readonly steps: readonly Step[];
}

/** Mermaid's `rect`: a coloured region. */
export interface Highlight extends StepBase {
  readonly kind: 'highlight';
  /** A CSS colour, or null for the theme's. */
  readonly color: Text | null;
  readonly tone: Tone | null;
  readonly steps: readonly Step[];
}

/** Time passes. */
export interface Delay extends StepBase {
  readonly kind: 'delay';
  /** How much, or until when. */
  readonly text: Text;
  readonly asciiText: Text | null;
}

/** Another flow happens here: UML's interaction use, `ref` (UML 2.5.1 §17.7). */
export interface FlowReference extends StepBase {
  readonly kind: 'ref';
  /** The other flow's id. */
  readonly flow: string;
  /** The author's words, otherwise the other flow's title, otherwise its id. */
  readonly text: Text;
  readonly asciiText: Text | null;
  /** Whether the other flow is the project's own and has a page, which is then beside this one's. */
  readonly hasPage: boolean;
  /** One participant, or the first and last that it spans. */
  readonly participants: readonly [string] | readonly [string, string];
}

export interface ActivationChange extends StepBase {
  readonly kind: 'activation';
  readonly participant: string;
  readonly active: boolean;
}

/** Changes the numbering of the messages that follow. */
export interface NumberingChange extends StepBase {
  readonly kind: 'numbering';
  readonly numbering: Numbering;
}

export interface Threat {
  readonly title: Text;
  /** S, T, R, I, D or E (STRIDE), or ''. */
  readonly stride: string;
  readonly mitigation: Text | null;
  readonly source: Text | null;
}
