/** What is needed to find and read the diagrams of one notation. */
import type { Diagnostic, Span } from '../source/index.js';
import type { Chart } from './chart.js';
import type { Passage } from './passage.js';

/** How a notation is recognised. */
export interface Notation {
  /** Its name in messages. */
  readonly name: string;
  /** Extensions of files that contain only one diagram: `.mmd`. */
  readonly endings: readonly string[];
  /** How fenced blocks, tags and blocks of AsciiDoc name the notation, in lower case: `mermaid`. */
  readonly words: readonly string[];
  /** The word that a diagram begins with, for messages. */
  readonly keyword: string;
  /** Whether a text, with LF and maybe blank lines around it, is a sequence diagram, or was meant to be one. */
  readonly isDiagram: (text: string) => boolean;
  /** What a diagram of the notation shows: `sequence`, `flowchart`. */
  readonly kindOf: (text: string) => string;
  /** The code of diagnostics about what a flow can't express. */
  readonly lossCode: string;
}

export interface Reader extends Notation {
  readonly read: Read;
}

/** Resolves to a diagnostic if the diagram can't be read; never throws for a diagram. */
export type Read = (diagram: Passage, tell: TellLoss) => Promise<Reading | Diagnostic>;

/** Reports what a flow can't express. */
export type TellLoss = (message: string, span: Span, hint?: string) => void;

export interface Reading {
  readonly chart: Chart;
  /** The first line of the diagram itself. */
  readonly begin: Span;
  /** The comments in order. */
  readonly comments: readonly Comment[];
  /** Null where the diagram uses its host's colours. */
  readonly theme: ChartTheme | null;
  /** The contrast of the messages' text on GitHub's dark page; null where the diagram leaves its colour to the host. */
  readonly darkContrast: number | null;
  /** Parts of the source that the diagram itself does not show. */
  readonly notices: readonly Diagnostic[];
}

export interface Comment {
  readonly text: string;
  /** The offset in the source. */
  readonly offset: number;
  /** Whether it follows a statement, and may have been meant as its text. */
  readonly isTrailing: boolean;
}

/** The theme, in authflow's names and values. */
export interface ChartTheme {
  readonly preset: string | null;
  readonly variables: readonly (readonly [name: string, value: string])[];
}
