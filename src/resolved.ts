/** Reads a flow file and the files that it refers to, and merges them into one. */
import type { ListNames, ReadSource, ResolveContext } from './resolve/index.js';
import { resolveFlow } from './resolve/index.js';
import { guardSecrets, guardSource } from './secrets/index.js';
import type { GuardOptions } from './secrets/index.js';
import { isError } from './source/index.js';
import type { Diagnostic, Report, Source } from './source/index.js';
import { defaultLimits, parseFlow, writeFlow } from './syntax/index.js';
import type { FlowShape, Limits } from './syntax/index.js';

export interface SourceOptions extends GuardOptions {
  /** Reads a file that a flow refers to (`include`, `extends`). Default: no file exists. */
  readonly readSource?: ReadSource | undefined;
  /** Lists the names that a file may mean that does not exist, for a hint. Default: none. */
  readonly listNames?: ListNames | undefined;
  /** Limits for the size of one file, where they differ from the defaults. */
  readonly limits?: Partial<Limits> | undefined;
}

interface OpenSources {
  /** The file, as the next stages may read it. */
  readonly source: Source;
  /** The file, and all files read since. */
  readonly sources: () => readonly Source[];
  readonly context: ResolveContext & { readonly limits: Limits };
  /** Reads flows that are only referred to: they are no part of this one, and are guarded where they are checked. */
  readonly aside: ResolveContext;
}

/** Passes every text through the guard before a stage reads it, and remembers it. */
export function openSources(file: Source, options: SourceOptions, report: Report): OpenSources {
  const { readSource = () => null, listNames, limits } = options;
  const source = guardSource(file, options);
  const sources = new Map([[source.path, source]]);
  const peek: ReadSource = (path) => {
    const found = readSource(path);
    return found === null || 'reason' in found ? found : guardSource(found, options);
  };
  const read: ReadSource = (path) => {
    const found = peek(path);
    if (found && !('reason' in found)) sources.set(found.path, found);
    return found;
  };
  const limited = { report, listNames, limits: { ...defaultLimits, ...limits } };
  return {
    source,
    sources: () => [...sources.values()],
    context: { readSource: read, ...limited },
    aside: { readSource: peek, ...limited },
  };
}

interface Resolved {
  /** Null where a file can't be read. */
  readonly shape: FlowShape | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The file, and the files that it includes and extends. */
  readonly sources: readonly Source[];
}

/** One flow with its `extends` and `include` applied, before it is checked as a whole. */
export function resolveSource(file: Source, options: SourceOptions = {}): Resolved {
  const diagnostics: Diagnostic[] = [];
  const { source, sources, context } = openSources(file, options, (diagnostic) => diagnostics.push(diagnostic));
  const parsed = parseFlow(source, context.limits);
  diagnostics.push(...parsed.diagnostics);
  const shape = parsed.shape && resolveFlow(parsed.shape, source, context);
  return { shape, diagnostics, sources: sources() };
}

/** Prints {@link resolveSource} as a flow file that needs no other file. Null where it can't be read, or contains a secret. */
export function printResolved(
  file: Source,
  options: SourceOptions = {},
): { readonly text: string | null; readonly diagnostics: readonly Diagnostic[] } {
  const { shape, diagnostics, sources } = resolveSource(file, options);
  const secrets: Diagnostic[] = [];
  guardSecrets({ sources, set: {}, allowed: allowedRules(shape) }, options, (found) => secrets.push(found));
  const found = [...diagnostics, ...secrets];
  const isRefused = secrets.length > 0 && found.some(isError);
  return { text: shape && !isRefused ? writeFlow(shape) : null, diagnostics: found };
}

/** The ids and names of rules as the author wrote them. */
export const allowedRules = (shape: FlowShape | null): readonly string[] =>
  shape?.lint?.allow?.map(({ key }) => key.value) ?? [];
