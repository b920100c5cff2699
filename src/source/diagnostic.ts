/** Describes a user's mistake as a value. Diagnostics are collected, and printed once, in src/cli/. */
import { closest, distance } from 'fastest-levenshtein';
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
}

export type Report = (diagnostic: Diagnostic) => void;

/** Gives a place to diagnostics without one. */
export const reportAt =
  (span: Span, report: Report): Report =>
  (diagnostic) =>
    report({ ...diagnostic, span: diagnostic.span ?? span });

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';

/** `did you mean "AS"? ` if a known name is similar enough to be the one that was meant; otherwise ''. */
export function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === null ? '' : `did you mean ${JSON.stringify(nearest)}? `;
}

/** The known name that was probably meant, or null. */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const lower = name.toLowerCase();
  const nearest = closest(
    lower,
    known.map((other) => other.toLowerCase()),
  );
  const limit = Math.round(Math.max(name.length, nearest.length) * 0.4);
  return distance(lower, nearest) <= limit ? (known.find((other) => other.toLowerCase() === nearest) ?? null) : null;
}

/** `did you mean "AS"? participants are: U, B, AS`; of a long list, the nearest name alone. */
export function nearestOf(name: string, kind: string, known: readonly string[]): string {
  if (known.length > 12 && nearestName(name, known) !== null) return didYouMean(name, known).trim();
  const list = known.length === 0 ? 'none' : known.slice(0, 20).join(', ') + (known.length > 20 ? ', …' : '');
  return `${didYouMean(name, known)}${kind} are: ${list}`;
}
