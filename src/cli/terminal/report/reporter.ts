/** The interface of reporters, which print diagnostics as a document or lines. */
import type { RuleText } from '../../../lint/index.js';
import { positionAt } from '../../../source/index.js';
import type { Diagnostic, Fix, Position, Severity, Span } from '../../../source/index.js';
import type { Style } from '../style.js';

/** A security rule that had nothing to check in a flow, which is not the same as passed. */
export interface SkippedRule {
  /** The flow's file. */
  readonly path: string;
  readonly rule: RuleText;
  /** `the flow shows no token request` */
  readonly reason: string;
}

/** A mistake that `--fix` has fixed. */
export interface Fixed {
  /** As it was found. */
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

export interface ReportContext {
  /** The version of authflow. */
  readonly version: string;
  readonly style: Style;
  /** The maximum width of a code frame. */
  readonly columns: number;
  /** The files that were checked, in order, with or without diagnostics. */
  readonly paths: readonly string[];
  /** Of all findings: those of a file beyond the first hundred are not listed. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Null if no security rules ran. */
  readonly skipped: readonly SkippedRule[] | null;
  /** Null without `--fix`. */
  readonly fixed: readonly Fixed[] | null;
  /** The path for a code host: relative to the repository's root. */
  repositoryPath(path: string): string;
}

/** Diagnostics come sorted and without duplicates. The result ends with a line break, or is empty. */
export type Reporter = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

interface Place {
  readonly path: string;
  /** Null for a whole file. */
  readonly start: Position | null;
  /** The end, exclusive. */
  readonly end: Position | null;
}

/** A source without text is a whole file that is missing, unreadable or not text. */
export function placeOf({ source, start, end }: Span): Place {
  if (source.text === '') return { path: source.path, start: null, end: null };
  return { path: source.path, start: positionAt(source, start), end: positionAt(source, end) };
}

export function countSeverities(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** The message and its hint, for formats that have one field for both. */
export function fullMessage({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}

/** An identity that stays the same when lines move: path, rule, message and the marked text. */
export function identityOf({ code, message, span }: Diagnostic, context: ReportContext): string {
  const path = span ? context.repositoryPath(span.source.path) : '';
  return JSON.stringify([path, code, message, span?.source.text.slice(span.start, span.end) ?? '']);
}

export const reporterNames = ['text', 'json', 'github', 'gitlab', 'sarif', 'junit'] as const;

export type ReporterName = (typeof reporterNames)[number];
