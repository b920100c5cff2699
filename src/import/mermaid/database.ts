/** The result of Mermaid's own parser, as plain data. The parser is passed in: src/cli/world/mermaid-parser.ts. */

/** The two parts of a diagram that Mermaid reads separately. Both keep their line breaks (LF). */
interface DiagramText {
  /** Front matter and directives; may be empty. */
  readonly head: string;
  /** The rest, from `sequenceDiagram` on, without comments: Mermaid counts its lines. */
  readonly code: string;
  /** The front matter's title, or ''. */
  readonly title: string;
}

/** Resolves to a {@link Refusal} for a diagram that Mermaid refuses. Rejects only if Mermaid can't be loaded. */
export type ParseMermaid = (diagram: DiagramText) => Promise<MermaidDatabase | Refusal>;

export interface Refusal {
  readonly refused: true;
  /** Mermaid's own message. */
  readonly message: string;
  /** The line in the code, from 0; null where Mermaid doesn't give one. */
  readonly line: number | null;
}

/** Texts are as in the diagram: entities are still marked (see decode.ts), line breaks are `<br>`. */
export interface MermaidDatabase {
  readonly refused: false;
  /** The configuration from front matter and directives together. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The CSS colour of the messages' text, as the configuration and Mermaid's themes make it. */
  readonly messageColor: string;
  readonly title: string;
  readonly accTitle: string;
  readonly accDescr: string;
  /** From left to right, except for those that a message creates. */
  readonly participants: readonly MermaidParticipant[];
  readonly boxes: readonly MermaidBox[];
  readonly messages: readonly MermaidMessage[];
  /** Participants, each with the index of the message that creates or destroys it. */
  readonly created: readonly (readonly [id: string, from: number])[];
  readonly destroyed: readonly (readonly [id: string, from: number])[];
  /** All statements in order; empty where Mermaid's parser could not be observed. */
  readonly statements: readonly Statement[];
}

interface MermaidParticipant {
  readonly id: string;
  readonly label: string;
  /** `participant`, `actor`, `database` … */
  readonly type: string;
  readonly links: readonly (readonly [label: string, url: string])[];
  readonly wrap: boolean;
}

interface MermaidBox {
  readonly title: string;
  /** A CSS colour; `transparent` where the diagram gives none. */
  readonly color: string;
  readonly participants: readonly string[];
  readonly wrap: boolean;
}

/** A row of the database, of the kind in `type` (line-types.ts): a message, a note, a fragment's beginning or end …. */
export interface MermaidMessage {
  readonly type: number;
  /** Participants; '' where the row has none. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The values of `autonumber`. */
  readonly numbers: { readonly start?: number; readonly step?: number; readonly visible: boolean } | null;
  /** Whether Mermaid wraps the text: by the configuration, or by a `wrap:` before it. */
  readonly wrap: boolean;
  /** For a note: 0 left of, 1 right of, 2 over. */
  readonly placement: number | null;
  /** The arrow begins or ends at a circle on the lifeline. */
  readonly isCentral: boolean;
}

export interface Statement {
  /** The name in Mermaid's grammar: `addMessage`, `addParticipant`, `addNote`, `boxStart` …; `mention` of a participant. */
  readonly kind: string;
  /** The participant that it concerns, or null. */
  readonly actor: string | null;
  /** The place in the code, both from 0. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** The index of the message that it adds, or null. */
  readonly message: number | null;
}
