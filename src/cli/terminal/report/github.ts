import { severityNames } from '../../../source/index.js';
import type { Diagnostic } from '../../../source/index.js';
import { count, printable, ranges } from '../printable.js';
import { fullMessage, placeOf } from './reporter.js';
import type { ReportContext, Reporter } from './reporter.js';

/** GitHub shows the first ten annotations of a kind per step, and silently drops the others. */
const LIMIT = 10;

/** Workflow commands of GitHub Actions, which become annotations in the changed files; then the diagnostics beyond its limit. */
export const reportGithub: Reporter = (diagnostics, context) =>
  printLines(
    byKind(diagnostics).flatMap(({ kind, all }) => {
      const shown = all.slice(0, LIMIT).map((diagnostic) => annotation(kind, diagnostic, context));
      const rest = all.slice(LIMIT).map((diagnostic) => logLine(diagnostic));
      return rest.length === 0 ? shown : [...shown, `and ${count(rest.length, `more ${kind}`)}:`, ...rest];
    }),
  );

/** Only annotations, for a log that contains another report. */
export const annotate: Reporter = (diagnostics, context) =>
  printLines(
    byKind(diagnostics).flatMap(({ kind, all }) =>
      all.slice(0, LIMIT).map((diagnostic) => annotation(kind, diagnostic, context)),
    ),
  );

/** GitHub accepts files of up to 1 MiB; a table of this length is well below. */
const ROWS = 1000;

/** All diagnostics as a Markdown table, for the page of the workflow run. */
export const stepSummary: Reporter = (diagnostics, context) => {
  const rows = byKind(diagnostics).flatMap(({ kind, all }) =>
    all.map((diagnostic) => {
      const place = diagnostic.span ? placeOf(diagnostic.span) : null;
      const line = place?.start ? `:${place.start.line}` : '';
      const where = place ? `${context.repositoryPath(place.path)}${line}` : '';
      const cells = [kind, where, fullMessage(diagnostic), diagnostic.code];
      return `| ${cells.map(escapeCell).join(' | ')} |`;
    }),
  );
  const rest = rows.length > ROWS ? ['', `and ${rows.length - ROWS} more`] : [];
  const head = ['| | where | what | rule |', '| --- | --- | --- | --- |'];
  const table = rows.length > 0 ? [...head, ...rows.slice(0, ROWS), ...rest, ''] : [];
  return printLines(['### authflow', '', ...table, ...skippedRules(context)]);
};

/** A rule that had nothing to check has not passed. */
function skippedRules(context: ReportContext): readonly string[] {
  const skipped = context.skipped ?? [];
  const lines = [...new Set(skipped.map(({ path }) => path))].map((path) => {
    const ids = skipped.filter((one) => one.path === path).map(({ rule }) => rule.id);
    return `- ${escapeCell(context.repositoryPath(path))}: ${ranges(ids)}`;
  });
  if (lines.length === 0) return [];
  const summary = 'Security rules that were skipped, because the flow shows nothing for them';
  return [`<details><summary>${summary}</summary>`, '', ...lines.slice(0, ROWS), '', '</details>', ''];
}

/** A cell is one line of limited length, with syntax escaped (CommonMark §2.4). */
const escapeCell = (text: string): string =>
  printable(text.slice(0, 500))
    .trim()
    .replace(/[\\`*_[\]<>|~&$:@#]/g, String.raw`\$&`)
    .replaceAll('\n', '<br>');

/** Sorted with errors first. */
const byKind = (diagnostics: readonly Diagnostic[]) =>
  (['error', 'warning', 'info'] as const).map((severity) => ({
    kind: severityNames[severity],
    all: diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  }));

const printLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function annotation(kind: string, diagnostic: Diagnostic, context: ReportContext): string {
  const properties = { ...fileProperties(diagnostic, context), title: `authflow: ${diagnostic.code}` };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${kind} ${written.join(',')}::${escapeData(fullMessage(diagnostic))}`;
}

function fileProperties({ span }: Diagnostic, context: ReportContext): Record<string, string> {
  if (!span) return {};
  const { path, start, end } = placeOf(span);
  const file = context.repositoryPath(path);
  if (!start || !end) return { file };
  // GitHub accepts columns only within one line.
  const columns = start.line === end.line ? { col: String(start.column), endColumn: String(end.column) } : {};
  return { file, line: String(start.line), endLine: String(end.line), ...columns };
}

/** A line that GitHub does not read as a command. */
function logLine({ code, message, span }: Diagnostic): string {
  const place = span ? placeOf(span) : null;
  const where = place ? `${place.path}${place.start ? `:${place.start.line}:${place.start.column}` : ''}: ` : '';
  return `  ${where}${escapeData(message)} [${code}]`;
}

// The runner undoes exactly these (actions/runner, ActionCommand.cs).
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
