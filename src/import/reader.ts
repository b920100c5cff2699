/** What a notation of sequence diagrams brings along, so that its diagrams are found and read. */
import type { Diagnostic, Span } from '../source/index.js';
import type { Chart } from './chart.js';
import type { Passage } from './passage.js';

/** How a notation is recognised. */
export interface Notation {
  /** As messages call it. */
  readonly name: string;
  /** Of files that hold one diagram and nothing else: `.mmd`. */
  readonly endings: readonly string[];
  /** How fenced blocks, tags and blocks of AsciiDoc name the notation, in lower case: `mermaid`. */
  readonly words: readonly string[];
  /** What a diagram begins with, as messages call it. */
  readonly keyword: string;
  /** Whether a text, with LF and maybe blank lines around it, is a sequence diagram, or was meant to be one. */
  readonly isDiagram: (text: string) => boolean;
  /** Of the diagnostics that tell what a flow can't say. */
  readonly lossCode: string;
}

export interface Reader extends Notation {
  readonly read: Read;
}

/** Comes back with a diagnostic where the diagram can't be read; throws for none. */
export type Read = (diagram: Passage, tell: TellLoss) => Promise<Reading | Diagnostic>;

/** Reports what a flow can't say. */
export type TellLoss = (message: string, span: Span, hint?: string) => void;

export interface Reading {
  readonly chart: Chart;
  /** The first line of the diagram itself. */
  readonly begin: Span;
  /** In order. */
  readonly comments: readonly Comment[];
  /** Null where the diagram has its host's colours. */
  readonly theme: ChartTheme | null;
  /** Of the messages' text on GitHub's dark page; null where the diagram leaves its colour to the host. */
  readonly darkContrast: number | null;
  /** What the diagram itself does not show. */
  readonly notices: readonly Diagnostic[];
}

export interface Comment {
  readonly text: string;
  /** In the source. */
  readonly offset: number;
  /** It stands behind a statement, whose text it may have been meant to be. */
  readonly isTrailing: boolean;
}

/** Authflow's names and values. */
export interface ChartTheme {
  readonly preset: string | null;
  readonly variables: readonly (readonly [name: string, value: string])[];
}
