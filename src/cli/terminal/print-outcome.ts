/** Prints diagnostics and the summary of a run. Nothing else prints diagnostics. */
import { relative, resolve, sep } from 'node:path';
import { annotate, countSeverities, reporters, stepSummary } from './report/index.js';
import type { Fixed, ReportContext, ReporterName, SkippedRule } from './report/index.js';
import { explainFileError, terminalColumns } from '../world/index.js';
import type { ExitCode, World } from '../world/index.js';
import { maskSecrets, secretMasker } from '../../secrets/index.js';
import { severityNames } from '../../source/index.js';
import type { Diagnostic, Severity, Source, Span } from '../../source/index.js';
import { fixableLines, fixedLines } from './fix-lines.js';
import { limitFindings } from './limit-findings.js';
import { count } from './printable.js';
import { styleFor } from './style.js';

/** A terminal's width, or one that reads well in a log. */
const LOG_COLUMNS = 120;

/**
 * Text for people goes to standard error. Reports for programs go to standard output, unless the command prints its own
 * data there. In GitHub Actions, a run without `--reporter` also gets annotations.
 */
export function printOutcome(given: Outcome, asked: ReporterName | undefined, world: World): void {
  const hide = secretsHider();
  const all = sortDiagnostics(given);
  const diagnostics = limitFindings(all).map(hide);
  const fixed = given.fixed?.map((each) => ({
    diagnostic: hide(each.diagnostic),
    fix: { ...each.fix, title: maskSecrets(each.fix.title) },
  }));
  const outcome = { ...given, ...(fixed && { fixed }) };
  const { stderr, env } = world;
  if (fixed) for (const line of fixedLines(fixed)) stderr.write(`${line}\n`);
  const context = reportContext(outcome, all, world);
  const reporter = asked ?? 'text';
  if (reporter !== 'text' || diagnostics.length > 0) {
    const output = reporter === 'text' || outcome.printsData ? stderr : world.stdout;
    output.write(reporters[reporter](diagnostics, context));
  }
  if (asked === undefined && env.GITHUB_ACTIONS === 'true' && (diagnostics.length > 0 || outcome.skipped?.length)) {
    annotateRun(diagnostics, context, world);
  }
  if (all.length > 0) stderr.write(`${countLine(all)}\n`);
  if (!fixed) for (const line of fixableLines(all)) stderr.write(`${line}\n`);
  if (outcome.summary !== undefined) stderr.write(`${outcome.summary}\n`);
}

/**
 * Writes annotations and the step summary of a run in GitHub Actions. The runner reads
 * commands on both streams; standard output may contain data.
 */
function annotateRun(diagnostics: readonly Diagnostic[], context: ReportContext, world: World): void {
  const { stderr, env, files } = world;
  stderr.write(annotate(diagnostics, context));
  const summary = env.GITHUB_STEP_SUMMARY;
  if (!summary) return;
  try {
    // The file already has the summaries of earlier steps.
    files.writeFileSync(summary, stepSummary(diagnostics, context), { flag: 'a' });
  } catch (error) {
    stderr.write(`${summary}: the step summary can't be written: ${explainFileError(error)}\n`);
  }
}

/** Prints a mistake that belongs to no file. */
export function printError(message: string, { stderr, env }: Pick<World, 'stderr' | 'env'>): void {
  stderr.write(`${styleFor(stderr, env)('red', 'error:')} ${message}\n`);
}

function reportContext(
  { paths, skipped, fixed }: Outcome,
  all: readonly Diagnostic[],
  { cwd, env, stderr }: World,
): ReportContext {
  const root = env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR ?? cwd;
  return {
    version: AUTHFLOW_VERSION,
    style: styleFor(stderr, env),
    columns: terminalColumns(stderr) ?? LOG_COLUMNS,
    paths,
    counts: countSeverities(all),
    skipped: skipped ?? null,
    fixed: fixed ?? null,
    repositoryPath: (path) => (path.startsWith('<') ? path : relative(root, resolve(cwd, path)).split(sep).join('/')),
  };
}

/** Masks secrets in a diagnostic's message, hint and source lines, because reports print them. */
function secretsHider(): (diagnostic: Diagnostic) => Diagnostic {
  const known = new Map<Source, Masked>();
  const masked = (source: Source): Masked => {
    const found = known.get(source) ?? maskSource(source);
    known.set(source, found);
    return found;
  };
  const hide = (span: Span): Span => ({ ...span, source: masked(span.source).source });
  return ({ message, hint, span, related, fixes, ...rest }) => {
    const mask = span ? masked(span.source).mask : maskSecrets;
    // A fix with a part of a secret would write the mask into the file.
    const shown = fixes?.filter(({ title, edits }) =>
      [title, ...edits.map(({ text }) => text)].every((text) => mask(text) === text),
    );
    return {
      ...rest,
      message: mask(message),
      ...(hint !== undefined && { hint: mask(hint) }),
      ...(span && { span: hide(span) }),
      ...(shown &&
        shown.length > 0 && {
          fixes: shown.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: hide(edit.span) })) })),
        }),
      ...(related && { related: related.map((other) => ({ message: mask(other.message), span: hide(other.span) })) }),
    };
  };
}

interface Masked {
  readonly source: Source;
  /** Masks texts from the file that messages quote. */
  readonly mask: (text: string) => string;
}

function maskSource(source: Source): Masked {
  const mask = secretMasker(source.text);
  const text = mask(source.text);
  return { source: text === source.text ? source : { ...source, text }, mask };
}

/**
 * Sorts by file, in the order in which files were given, then by place. The same diagnostic of a file that two flows share is
 * kept once, and so is a mistake of a flow that a document shows, which may count less there.
 */
function sortDiagnostics({ diagnostics, paths }: Outcome): Diagnostic[] {
  const keyed = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const known = keyed.get(keyOf(diagnostic));
    if (!known || !isGraver(known, diagnostic)) keyed.set(keyOf(diagnostic), diagnostic);
  }
  const order = [...new Set([...paths, ...diagnostics.map(pathOf)])];
  const ranks = new Map(order.map((path, rank) => [path, rank]));
  const rank = (diagnostic: Diagnostic): number => ranks.get(pathOf(diagnostic)) ?? 0;
  return [...keyed.values()].sort((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

const gravest: readonly Severity[] = ['error', 'warning', 'info'];
const isGraver = (one: Diagnostic, other: Diagnostic): boolean =>
  gravest.indexOf(one.severity) < gravest.indexOf(other.severity);

const pathOf = ({ span }: Diagnostic): string => span?.source.path ?? '';

const keyOf = ({ code, message, span }: Diagnostic): string =>
  JSON.stringify([code, message, span?.source.path, span?.start, span?.end]);

/** `2 errors, 1 warning in 2 files` */
function countLine(diagnostics: readonly Diagnostic[]): string {
  const counts = Object.entries(countSeverities(diagnostics)) as [Severity, number][];
  const said = counts.flatMap(([severity, number]) => (number > 0 ? [count(number, severityNames[severity])] : []));
  const files = new Set(diagnostics.flatMap(({ span }) => (span ? [span.source.path] : []))).size;
  return `${said.join(', ')}${files > 0 ? ` in ${count(files, 'file')}` : ''}`;
}

/** What is left to print after a command has written its data. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were looked at, in order. */
  readonly paths: readonly string[];
  /** If security rules ran, those that had nothing to check. */
  readonly skipped?: readonly SkippedRule[];
  /** What `--fix` has fixed. */
  readonly fixed?: readonly Fixed[];
  /** The final summary for people, in one or more lines, without the final line break. */
  readonly summary?: string | undefined;
  /** Exit codes in addition to those of the diagnostics. */
  readonly codes?: readonly ExitCode[];
  /** True if standard output contains data, which a report must not mix with. */
  readonly printsData?: boolean;
}
