/**
 * The model: what a flow means, free of how it was spelled. Total and readonly: every field is present, every participant
 * that a step names exists, and steps are a tree.
 */
import type { Span, Text } from '../source/index.js';

export interface Flow {
  /** Kebab-case; names the files in the output folder. */
  readonly id: string;
  readonly title: Text;
  /** Whether the diagrams draw the title. */
  readonly heading: boolean;
  /** Empty where the author gave none. */
  readonly summary: Text;
  /** The group that it stands in, in a gallery; may be empty. */
  readonly family: Text;
  readonly specs: readonly Spec[];
  readonly status: FlowStatus;
  /** Of {@link flowProfiles}. */
  readonly profile: readonly string[];
  /** The authorization server's issuer identifier (RFC 8414 §2). */
  readonly issuer: Text | null;
  readonly variables: readonly Variable[];
  readonly theme: ThemeChoice;
  readonly numbering: Numbering;
  readonly channels: ChannelMarks;
  /** The oldest Mermaid that must draw the result, or null for the default (design: old hosts). */
  readonly mermaidTarget: string | null;
  /** Left to right. */
  readonly participants: readonly Participant[];
  /** Runs of neighbouring participants, left to right; Mermaid can only box neighbours. */
  readonly boxes: readonly BoxRun[];
  readonly steps: readonly Step[];
  readonly ascii: AsciiChoice;
  readonly page: Page | null;
  readonly lint: LintChoice;
  /** The place of the flow's id, for messages about the whole file. */
  readonly span: Span;
}

/** Tags that switch security rules. */
export const flowProfiles = ['oidc', 'oauth21', 'mcp', 'bff', 'saml'] as const;

export type FlowStatus = 'current' | 'draft' | 'deprecated';

export interface Spec {
  /** As cited: `RFC 6749 §4.4`. */
  readonly name: string;
  /** Empty where none is known. */
  readonly url: string;
}

export interface Variable {
  readonly name: string;
  readonly description: Text;
  /** Null for a placeholder. */
  readonly value: string | null;
  /** How diagrams and HTTP write it: the value, else `${NAME}` or the author's own spelling. */
  readonly shown: string;
  readonly span: Span;
}

export interface ThemeChoice {
  /** A file in templates/themes/, without its ending. */
  readonly preset: string;
  /** The preset of the picture for dark pages; null where the flow asks for none. */
  readonly dark: string | null;
  readonly presetSpan: Span | null;
  /** Of the text diagram; null for the preset's. */
  readonly corners: Corners | null;
  /** Mermaid theme variables over the preset's, in the author's order. */
  readonly variables: readonly { readonly name: string; readonly value: Text; readonly nameSpan: Span }[];
  /** The hosts' pages that the Mermaid stands on. */
  readonly pages: 'both' | 'light' | 'dark';
  /** Whether the trust zones of boxes are explained under the diagrams. */
  readonly legend: boolean;
}

export const cornerNames = ['square', 'rounded'] as const;
export type Corners = (typeof cornerNames)[number];

export interface Numbering {
  /** Mermaid's autonumber badge. */
  readonly badge: boolean;
  /** `1. ` in front of the text, in Mermaid. */
  readonly label: boolean;
  readonly start: number;
  readonly step: number;
}

/** Whether messages through the front channel and redirects are marked in the diagrams, and the marks explained. */
export type ChannelMarks = 'marks' | 'legend' | 'none';

export const participantKinds = [
  'user',
  'browser',
  'public-client',
  'confidential-client',
  'authorization-server',
  'resource-server',
  'idp',
  'relying-party',
  'device',
  'authenticator',
  'key-store',
  'attacker',
  'other',
] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/** Mermaid's participant shapes. */
export const participantShapes = [
  'participant',
  'actor',
  'boundary',
  'control',
  'entity',
  'database',
  'collections',
  'queue',
] as const;
export type ParticipantShape = (typeof participantShapes)[number];

export interface Participant {
  readonly id: string;
  readonly label: Text;
  readonly kind: ParticipantKind;
  readonly shape: ParticipantShape;
  /** Base of relative request URLs; null where none is given. */
  readonly url: Text | null;
  readonly platform: 'web' | 'spa' | 'native' | 'service' | null;
  /** For a device: it can keep a secret. */
  readonly confidential: boolean;
  readonly redirectUris: readonly Text[];
  readonly links: readonly { readonly label: Text; readonly url: Text }[];
  /** The label in the text diagram, where the author wants another. */
  readonly asciiLabel: Text | null;
  readonly span: Span;
}

export interface BoxRun {
  /** The box's id in the flow file; two runs of one box share it. */
  readonly id: string;
  readonly title: Text;
  /** A CSS colour, or null for the theme's. */
  readonly color: Text | null;
  /** A trust zone of the theme or the configuration; '' for none. */
  readonly zone: string;
  readonly zoneSpan: Span | null;
  /** Indices of the first and the last participant, both included. */
  readonly first: number;
  readonly last: number;
}

export type Step = Message | Note | Fragment | Highlight | ActivationChange | NumberingChange;

/** What every step has. */
export interface StepBase {
  /** The author's id, or ''. */
  readonly id: string;
  readonly phase: Text | null;
  readonly threats: readonly Threat[];
  /** False leaves the step out of the text diagram. */
  readonly inText: boolean;
  readonly span: Span;
}

export type Channel = 'front' | 'back' | 'local';

export interface Arrow {
  readonly line: 'solid' | 'dotted';
  /** filled: arrowhead; open: no head (Mermaid's `->`); cross: `-x`; async: `-)`. */
  readonly head: 'filled' | 'open' | 'cross' | 'async';
  /** A head at both ends; only with `filled`. */
  readonly both: boolean;
}

export interface Message extends StepBase {
  readonly kind: 'message';
  /** Participant ids; equal for a self-message. */
  readonly from: string;
  readonly to: string;
  readonly text: Text;
  /** Other words in the text diagram. */
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
  /** `to` is activated, or `from` deactivated, by this message (Mermaid's `+` and `-`). */
  readonly activate: boolean;
  readonly deactivate: boolean;
  /** `to` comes to life with this message. */
  readonly create: boolean;
  /** The participant (from or to) that ends with this message, or ''. */
  readonly destroy: string;
  /** Right after the message, before the blank line. */
  readonly notes: readonly Note[];
}

export interface Note extends StepBase {
  readonly kind: 'note';
  readonly placement: 'left' | 'right' | 'over';
  /** One participant, or the two ends of what the note is over, as the author ordered them. */
  readonly participants: readonly [string] | readonly [string, string];
  readonly body: NoteBody;
  readonly asciiText: Text | null;
}

/** A note's words: written, or drawn from the message's own data. */
export type NoteBody =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'response'; readonly response: Response };

export const fragmentTypes = ['alt', 'opt', 'loop', 'par', 'critical', 'break'] as const;
/** UML's combined fragments, as Mermaid names them. */
export type FragmentType = (typeof fragmentTypes)[number];

export interface Fragment extends StepBase {
  readonly kind: 'fragment';
  readonly type: FragmentType;
  /** At least one; exactly one for opt, loop and break. */
  readonly branches: readonly Branch[];
  /** A polling loop's interval in seconds, where given. */
  readonly interval: Text | null;
}

export interface Branch {
  /** May be empty. */
  readonly label: Text;
  readonly steps: readonly Step[];
}

/** Mermaid's `rect`: a coloured region. */
export interface Highlight extends StepBase {
  readonly kind: 'highlight';
  /** A CSS colour, or null for the theme's. */
  readonly color: Text | null;
  readonly steps: readonly Step[];
}

export interface ActivationChange extends StepBase {
  readonly kind: 'activation';
  readonly participant: string;
  readonly active: boolean;
}

/** Switches the numbering of what follows. */
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

/** By a threat's letter. */
export const strideCategories: Readonly<Record<string, string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
};

export interface Field {
  readonly name: string;
  /** More than one for a repeated parameter (RFC 8707 `resource`). */
  readonly values: readonly Text[];
  readonly span: Span;
}

export interface Request {
  /** Upper case: GET, POST … */
  readonly method: string;
  /** Absolute, or as written where no base is known; without the query of `query`. */
  readonly url: Text | null;
  /** The path part as diagrams show it; '' where there is no URL. */
  readonly path: string;
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  /** application/x-www-form-urlencoded body. */
  readonly form: readonly Field[];
  readonly json: Json | null;
  readonly tls: { readonly clientCert: boolean; readonly bindOnly: boolean };
}

export interface Response {
  /** 100 to 599, or null where only the body is known. */
  readonly status: number | null;
  readonly headers: readonly Field[];
  /** Where a redirect goes, without `params`. */
  readonly location: Text | null;
  /** Query or fragment parameters of `location`. */
  readonly params: readonly Field[];
  readonly json: Json | null;
}

export interface SamlData {
  readonly id: Text | null;
  readonly inResponseTo: Text | null;
  readonly signed: boolean | null;
  readonly audience: Text | null;
  readonly recipient: Text | null;
  readonly notOnOrAfter: Text | null;
}

/** A JSON value whose strings are texts; members keep their order. Numbers and the like are as written. */
export type Json =
  | { readonly kind: 'object'; readonly members: readonly { readonly name: string; readonly value: Json }[] }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'string'; readonly text: Text }
  | { readonly kind: 'literal'; readonly value: number | boolean | null; readonly text: Text };

/** What the author tells the security rules. */
export interface LintChoice {
  readonly allowances: readonly Allowance[];
  /** Cookies that hold a session, beside those whose names say so. */
  readonly sessionCookies: readonly string[];
  /** Cookies against forgery, which a script must read. */
  readonly csrfCookies: readonly string[];
  /** The longest life of an assertion in seconds, or null for the default. */
  readonly assertionLifetime: number | null;
}

/** A security rule that the flow may break. */
export interface Allowance {
  /** As the author wrote it: `SEC013`. */
  readonly rule: string;
  readonly reason: Text;
  /** The ids of the steps that may break it; none: every step. */
  readonly steps: readonly Text[];
  readonly span: Span;
}

/** The author's wishes for the text diagram. */
export interface AsciiChoice {
  readonly style: 'full' | 'compact' | 'rfc';
  /** Whether group boxes are drawn. */
  readonly boxes: boolean;
  /** Self-messages as a loop, or as text beside the lifeline. */
  readonly self: 'loop' | 'text';
  readonly emoji: 'drop' | 'keep';
  /** Columns, or null for the default. */
  readonly width: number | null;
}

/**
 * Prose and tables of the Markdown page. Every text is inline Markdown without HTML; blank lines part paragraphs, other
 * line breaks are spaces.
 */
export interface Page {
  /** The format of the picture that stands for the Mermaid block; null for that block. */
  readonly picture: 'svg' | 'png' | null;
  readonly whenToUse: readonly Text[];
  readonly whenNotToUse: readonly Text[];
  readonly prerequisites: readonly Text[];
  /** Requests shown as curl and raw HTTP, each with the responses that the flow gives it. */
  readonly samples: readonly PageSample[];
  /**
   * Requests that make one program, in order, in Python and Node.js; none: no program. A value that an earlier response
   * yields is read from it: its JSON has a member that is exactly the placeholder.
   */
  readonly code: readonly Exchange[];
  /** In the author's order, between the code samples and the security considerations. */
  readonly sections: readonly PageSection[];
  readonly securityConsiderations: readonly Text[];
  readonly limitations: readonly Text[];
}

/** A message of the flow's steps that has a request. */
export type Exchange = Message & { readonly request: Request };

export interface PageSample {
  readonly message: Exchange;
  /** The step's, also where the message is the second one of a redirect. */
  readonly id: string;
  /** What makes the browser send it, where the step is a redirect. */
  readonly redirect: Response | null;
  /** The heading; null: derived from the request (`Token request`, `GET /v1/reports`). */
  readonly title: Text | null;
  readonly requestParameters: readonly PageParameter[];
  readonly responseParameters: readonly PageParameter[];
}

/** What a specification says of one parameter. */
export interface PageParameter {
  readonly name: string;
  readonly level: 'REQUIRED' | 'RECOMMENDED' | 'OPTIONAL';
  readonly description: Text;
  /** `RFC 6749 §4.4.2`; empty where none is given. */
  readonly source: Text;
}

export interface PageSection {
  readonly title: Text;
  /** Any of these, shown in this order; what is empty does not appear. */
  readonly text: Text;
  readonly bullets: readonly Text[];
  readonly steps: readonly Text[];
  readonly table: PageTable | null;
  readonly code: PageCode | null;
  readonly sections: readonly PageSection[];
}

export interface PageTable {
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

/** A fenced block, as written. */
export interface PageCode {
  /** A highlighter's name: `json`, `xml`; may be empty. */
  readonly language: string;
  readonly text: Text;
}
