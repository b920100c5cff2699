/** Describes a user's mistake as a value. Diagnostics are collected, and printed once, in src/cli/. */
import type { Span } from './source.js';

export type Severity = 'error' | 'warning' | 'info';

/** The names that people read. */
export const severityNames = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

export interface Diagnostic {
  /** The rule's name, kebab-case: `known-participants`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one line: `unknown participant "AuthServer"`. */
  readonly message: string;
  readonly span?: Span | undefined;
  /** Printed beside the caret: what was expected, the nearest name, or how to fix it. */
  readonly hint?: string | undefined;
  /** Other places that belong to the mistake: `first defined here`. */
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  /** Ways out as edits, the best one first. */
  readonly fixes?: readonly Fix[] | undefined;
}

/** A way out of a mistake, as edits of texts. */
export interface Fix {
  /** What it does: `write "title"`. */
  readonly title: string;
  /** They do not overlap; all are made, or none. */
  readonly edits: readonly Edit[];
  /** Whether what the author meant is beyond doubt, so that `--fix` may make it. */
  readonly isSafe: boolean;
}

/** Replaces a place of a file by a text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export type Report = (diagnostic: Diagnostic) => void;

/** Gives a place to diagnostics without one. */
export const reportAt =
  (span: Span, report: Report): Report =>
  (diagnostic) =>
    report({ ...diagnostic, span: diagnostic.span ?? span });

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';
