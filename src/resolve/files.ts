/** Finds the files that a flow refers to. */
import { didYouMean, folderOf, joinPath, nearestName, nearestOf, spellingFix } from '../source/index.js';
import type { Diagnostic, Report, Source } from '../source/index.js';
import type { Limits, Scalar } from '../syntax/index.js';

/** A file that exists, but whose text can't be read. */
interface Unreadable {
  /** `can't be read: permission denied` */
  readonly reason: string;
}

/**
 * Reads a file by its path relative to the working folder, or a shipped flow by `shipped:<id>`; null where there is none.
 */
export type ReadSource = (path: string) => Source | Unreadable | null;

/** The names of the files in a folder, relative to the working folder; with {@link SHIPPED}, the ids of the shipped flows. */
export type ListNames = (folder: string) => readonly string[];

export interface ResolveContext {
  readonly readSource: ReadSource;
  /** Names for hints, where a file does not exist. */
  readonly listNames?: ListNames | undefined;
  readonly report: Report;
  /** Limits for the size of one file. */
  readonly limits?: Limits | undefined;
}

/** Precedes the id of a shipped flow. */
export const SHIPPED = 'shipped:';

/** The chain of files that led here, outermost first. */
export type Trail = readonly Source[];

/** Resolves `name` relative to the file that contains it; null, with a diagnostic, if there is no such file. */
export const findSource = (name: Scalar, trail: Trail, context: ResolveContext): Source | null =>
  findFile(name, trail, context)?.source ?? null;

interface FoundFile {
  readonly source: Source;
  /** Whether it is not the project's own. */
  readonly isShipped: boolean;
}

/** Like {@link findSource}. */
export function findFile(name: Scalar, trail: Trail, context: ResolveContext): FoundFile | null {
  const { readSource, report } = context;
  const candidates = candidatePaths(name.value, name.span.source.path);
  for (const path of candidates) {
    const source = readSource(path);
    if (source === null) continue;
    if ('reason' in source) return reportUnreadable(name, source, report);
    const cycle = trail.findIndex((earlier) => earlier.path === source.path);
    if (cycle === -1) return { source, isShipped: path.startsWith(SHIPPED) };
    const chain = [...trail.slice(cycle), source].map((file) => file.path).join(' → ');
    report({
      code: 'no-cycles',
      severity: 'error',
      message: `files include or extend each other in a circle: ${chain}`,
      span: name.span,
    });
    return null;
  }
  report({
    code: 'known-files',
    severity: 'error',
    message: `${JSON.stringify(name.value)} does not exist`,
    span: name.span,
    ...nearestFile(name, candidates, context),
  });
  return null;
}

/** The file or shipped flow that the name probably means, and where it was looked for. */
function nearestFile(
  { value, span }: Scalar,
  candidates: readonly string[],
  { listNames = () => [] }: ResolveContext,
): Pick<Diagnostic, 'hint' | 'fixes'> {
  if (value.startsWith(SHIPPED)) return { hint: nearestShipped(value.slice(SHIPPED.length), listNames(SHIPPED)) };
  const folder = folderOf(value);
  const [ending = ''] = /\.ya?ml$/.exec(value) ?? [];
  const files = listNames(joinPath(folderOf(span.source.path), folder));
  const stems = files.flatMap((file) => /^(.+)\.ya?ml$/.exec(file)?.[1] ?? []);
  const names = ending === '' ? [...stems, ...listNames(SHIPPED)] : stems;
  // Compared without what all of them share.
  const nearest = nearestName(value.slice(value.lastIndexOf('/') + 1, value.length - ending.length), names);
  const known = nearest === null ? [] : [joinPath(folder, nearest + ending)];
  const looked = `looked for ${candidates.map((path) => path.replace(SHIPPED, 'the shipped flow ')).join(' and ')}`;
  const fix = spellingFix(value, known, span);
  return { hint: `${didYouMean(value, known)}${looked}`, ...(fix && { fixes: [fix] }) };
}

function nearestShipped(id: string, ids: readonly string[]): string {
  const way = 'a shipped flow is named by its id alone';
  return ids.includes(id) ? `${way}: ${id}` : `${nearestOf(id, 'shipped flows', ids)}; ${way}`;
}

function reportUnreadable({ value, span }: Scalar, { reason }: Unreadable, report: Report): null {
  report({ code: 'readable-files', severity: 'error', message: `${JSON.stringify(value)} ${reason}`, span });
  return null;
}

function candidatePaths(name: string, from: string): readonly string[] {
  const folder = folderOf(from);
  if (/\.ya?ml$/.test(name)) return [joinPath(folder, name)];
  return [joinPath(folder, `${name}.yaml`), `${SHIPPED}${name}`];
}
