/**
 * A flow put into words for one medium: what each element says, as finished lines. Mermaid, the text diagram, pictures and the
 * description each receive one, so they can never disagree on words, numbers or which steps there are.
 */
import type { Span } from '../source/index.js';
import type { ParticipantKind, ParticipantShape } from './flow.js';
import type { Arrow, Channel, FragmentType, Message, NoteBody, Tone } from './step.js';

export type Medium = 'mermaid' | 'text' | 'alt' | 'picture';

/** Lines never contain `\n`; an empty element has none. */
export type Lines = readonly string[];

export interface Script {
  readonly id: string;
  /** The drawn title; no lines where it isn't drawn. */
  readonly heading: Lines;
  /** '' where there is none. */
  readonly accTitle: string;
  readonly accDescr: string;
  /** Mermaid's badge numbering at the start; null where there is none. */
  readonly autonumber: { readonly start: number; readonly step: number } | null;
  readonly participants: readonly ScriptParticipant[];
  readonly boxes: readonly ScriptBox[];
  /** What a list calls a box without a title, in the language of the flow. */
  readonly unnamedBox: string;
  readonly steps: readonly ScriptStep[];
}

export interface ScriptParticipant {
  readonly id: string;
  readonly lines: Lines;
  readonly kind: ParticipantKind;
  readonly shape: ParticipantShape;
  /** The shape's name in the language of the flow; '' for a plain one. */
  readonly shapeName: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Its place in the flow file. */
  readonly span: Span;
}

export interface ScriptBox {
  readonly lines: Lines;
  /** A CSS colour, or '' for the theme's. */
  readonly color: string;
  readonly zone: string;
  /** What the zone is called in texts; '' for none. */
  readonly zoneName: string;
  /** Indices of the first and the last participant, both included. Boxes don't overlap. */
  readonly first: number;
  readonly last: number;
}

/** What every step of a script says about the flow's step behind it. */
interface ScriptStepBase {
  /** The id of the flow's step, given or derived; `legend` for the legend. Several steps of a script can belong to one. */
  readonly step: string;
}

export type ScriptStep =
  | ScriptMessage
  | ScriptNote
  | ScriptFragment
  | ScriptHighlight
  | ScriptPhase
  | ScriptDelay
  | ScriptReference
  | ScriptActivation
  | ScriptNumbering;

export interface ScriptMessage extends ScriptStepBase {
  readonly kind: 'message';
  /** The step's id if the author gave it, otherwise ''. */
  readonly id: string;
  /** Its place in the flow file. */
  readonly span: Span;
  /** Participant ids, or `[` and `]` for nowhere, as in the model's messages. */
  readonly from: string;
  readonly to: string;
  /**
   * What precedes the text on its first line, up to the channel's mark (`1. `). Further lines are indented to the mark, or
   * to the text where there is no mark. '' where the text begins the line, or begins on a later line.
   */
  readonly prefix: string;
  /** The channel's mark and what separates it from the text (`↪ `), or ''. */
  readonly mark: string;
  /** The text and what follows it; the whole message where the text doesn't begin on the first line. */
  readonly lines: Lines;
  /** The message's number as written, shown or not; '' for none. */
  readonly number: string;
  /** The number that `prefix` shows, or the letters that replace it; '' where it shows none. */
  readonly shownNumber: string;
  readonly arrow: Arrow;
  readonly isReply: boolean;
  readonly channel: Channel;
  readonly redirectLeg: Message['redirectLeg'];
  readonly activate: boolean;
  readonly deactivate: boolean;
  readonly create: boolean;
  /** The participant that the message destroys, or ''. */
  readonly destroy: string;
  /** What the message means for the reader; `mark` shows it. */
  readonly tone: Tone | null;
  /** Notes right after the message, without a gap. */
  readonly notes: readonly ScriptNote[];
}

/** The lines of a message, including its number and mark. */
export const messageLines = ({ prefix, mark, lines }: Pick<ScriptMessage, 'prefix' | 'mark' | 'lines'>): Lines => {
  const [first, ...others] = lines;
  return first === undefined ? [] : [prefix + mark + first, ...others];
};

export interface ScriptNote extends ScriptStepBase {
  readonly kind: 'note';
  /** What its lines are: words, data of a message, or a remark for a review. */
  readonly body: NoteBody['kind'];
  readonly tone: Tone | null;
  readonly placement: 'left' | 'right' | 'over';
  /** One participant, or two in the author's order: then the note spans all between them. */
  readonly participants: readonly [string] | readonly [string, string];
  readonly lines: Lines;
}

export interface ScriptFragment extends ScriptStepBase {
  readonly kind: 'fragment';
  /** Its place in the flow file. */
  readonly span: Span;
  readonly type: FragmentType;
  readonly branches: readonly ScriptBranch[];
}

export interface ScriptBranch {
  /** In the language of the flow: `alt`, `else`. Mermaid has keywords of its own. */
  readonly operator: string;
  readonly lines: Lines;
  readonly tone: Tone | null;
  readonly steps: readonly ScriptStep[];
}

export interface ScriptHighlight extends ScriptStepBase {
  readonly kind: 'highlight';
  /** A CSS colour, or '' for the zone's or the theme's. */
  readonly color: string;
  /** The trust zone that it explains in a legend, or ''. */
  readonly zone: string;
  readonly tone: Tone | null;
  /** The mark of its tone, in the text diagram; otherwise none. */
  readonly lines: Lines;
  readonly steps: readonly ScriptStep[];
}

/** A phase begins: at the outermost level, or inside a fragment or region. It ends with its list of steps, or at the next phase. */
export interface ScriptPhase extends ScriptStepBase {
  readonly kind: 'phase';
  readonly lines: Lines;
}

export interface ScriptDelay extends ScriptStepBase {
  readonly kind: 'delay';
  /** Its place in the flow file. */
  readonly span: Span;
  readonly lines: Lines;
}

export interface ScriptReference extends ScriptStepBase {
  readonly kind: 'ref';
  /** Its place in the flow file. */
  readonly span: Span;
  /** The other flow's id. */
  readonly flow: string;
  /** Whether there is a page of the other flow beside this flow's. */
  readonly hasPage: boolean;
  /** One participant, or the first and last that it spans. */
  readonly participants: readonly [string] | readonly [string, string];
  /** UML's `ref`, in the language of the flow. */
  readonly operator: string;
  readonly lines: Lines;
}

export interface ScriptActivation extends ScriptStepBase {
  readonly kind: 'activation';
  readonly participant: string;
  readonly active: boolean;
}

export interface ScriptNumbering extends ScriptStepBase {
  readonly kind: 'numbering';
  /** Null switches the badge off. */
  readonly autonumber: { readonly start: number; readonly step: number } | null;
}
