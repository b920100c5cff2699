/**
 * The model: what a flow means, free of how it was spelled. Total and readonly: every field is present, every participant
 * that a step names exists, and steps are a tree.
 */
import type { Span, Text } from '../source/index.js';
import type { Page } from './page.js';
import type { Numbering, Step } from './step.js';

export interface Flow {
  /** Kebab-case; names the files in the output folder. */
  readonly id: string;
  readonly title: Text;
  /** The language of its texts (BCP 47); '' where neither it nor its project names one, so that it is English. */
  readonly lang: string;
  /** Whether the diagrams draw the title. */
  readonly heading: boolean;
  /** Empty where the author gave none. */
  readonly summary: Text;
  /** The group that a gallery lists it in; may be empty. */
  readonly family: Text;
  readonly specs: readonly Spec[];
  readonly status: FlowStatus;
  /** Values of {@link flowProfiles}. */
  readonly profile: readonly string[];
  /** The authorization server's issuer identifier (RFC 8414 §2). */
  readonly issuer: Text | null;
  readonly variables: readonly Variable[];
  readonly theme: ThemeChoice;
  readonly numbering: Numbering;
  readonly channels: ChannelMarks;
  readonly phases: PhaseChoice;
  /** The oldest Mermaid that must draw the result, or null for the default (design: old hosts). */
  readonly mermaidTarget: string | null;
  /** Whether the Mermaid keeps the layout of indented notes. */
  readonly keepsLayout: boolean;
  /** Whether the Mermaid colours what has a tone. */
  readonly coloursTones: boolean;
  /** Left to right. */
  readonly participants: readonly Participant[];
  /** Runs of neighbouring participants, left to right; Mermaid can only box neighbours. */
  readonly boxes: readonly BoxRun[];
  readonly steps: readonly Step[];
  /** Whether a text refers to a step, so that outputs must fill in its number. */
  readonly refersToSteps: boolean;
  readonly ascii: AsciiChoice;
  readonly page: Page | null;
  readonly lint: LintChoice;
  /** The place of the flow's id, for diagnostics about the whole file. */
  readonly span: Span;
}

/** Tags that switch security rules on. */
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
  /** What diagrams and HTTP show: the value, otherwise `${NAME}` or the author's own spelling. */
  readonly shown: string;
  readonly span: Span;
}

export interface ThemeChoice {
  /** A file in templates/themes/, without its extension. */
  readonly preset: string;
  /** The preset of the picture for dark pages; null where the flow asks for none. */
  readonly dark: string | null;
  /** What the preset is on dark pages, where it is a brand. */
  readonly twin?: string | undefined;
  readonly presetSpan: Span | null;
  /** Corners of the text diagram; null for the preset's. */
  readonly corners: Corners | null;
  /** Mermaid theme variables over the preset's, in the author's order. */
  readonly variables: readonly { readonly name: string; readonly value: Text; readonly nameSpan: Span }[];
  /** The kind of page that the Mermaid is shown on. */
  readonly pages: 'both' | 'light' | 'dark';
  /** Whether the trust zones of boxes are explained under the diagrams. */
  readonly legend: boolean;
  /** Whether native pictures draw the kind of each participant. */
  readonly icons: boolean;
}

export const cornerNames = ['square', 'rounded'] as const;
export type Corners = (typeof cornerNames)[number];

/** Whether phases are drawn in diagrams and tables, or only divide slides. */
export type PhaseChoice = 'drawn' | 'slides';

/** Whether the diagrams mark front-channel messages and redirects, and explain the marks. */
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
  /** The label in the text diagram, where it differs. */
  readonly asciiLabel: Text | null;
  readonly span: Span;
}

export interface BoxRun {
  /** The box's id in the flow file; several runs of one box share it. */
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

/** The author's settings for the security rules. */
export interface LintChoice {
  readonly allowances: readonly Allowance[];
  /** Session cookies whose names do not show it. */
  readonly sessionCookies: readonly string[];
  /** Anti-forgery cookies, which a script must read. */
  readonly csrfCookies: readonly string[];
  /** The maximum lifetime of an assertion in seconds, or null for the default. */
  readonly assertionLifetime: number | null;
}

/** A security rule that the flow may break. */
export interface Allowance {
  /** As the author wrote it: `SEC013`. */
  readonly rule: string;
  readonly reason: Text;
  /** The ids of the steps that may break it; if empty, every step may. */
  readonly steps: readonly Text[];
  readonly span: Span;
}

/** The author's settings for the text diagram. */
export interface AsciiChoice {
  readonly style: 'full' | 'compact' | 'rfc';
  /** Whether group boxes are drawn. */
  readonly boxes: boolean;
  /** Self-messages as a loop, or as text beside the lifeline. */
  readonly self: 'loop' | 'text';
  readonly emoji: 'drop' | 'keep';
  /** How the style `rfc` numbers messages. */
  readonly legs: 'letters' | 'digits';
  /** The width in columns, or null for the default. */
  readonly width: number | null;
}
