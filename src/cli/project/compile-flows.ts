/** Reads and compiles flow files, the first step of most commands. */
import { samplesOf } from './config/index.js';
import type { Project } from './config/index.js';
import { fileDiagnostic, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Flow } from '../../model/index.js';
import type { ReadSource } from '../../resolve/index.js';
import { isError, nearestOf } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import { compileFlow } from '../../compile.js';
import type { Compiled, CompileOptions } from '../../compile.js';
import { renderFlow } from '../../render.js';
import { resolveSource } from '../../resolved.js';
import { readFoundFlows, SHIPPED, sourceReader } from './read-flows.js';
import type { ReadFlows } from './read-flows.js';
import type { Rendered, RenderOptions } from '../../render.js';

export interface CompiledFlow {
  readonly source: Source;
  /** The flow file, and the files that it includes and extends. */
  readonly sources: readonly Source[];
  readonly flow: Flow;
  /** The author's own of these files: shipped files change with the tool. */
  readonly inputs: readonly Source[];
  /** The paths of all files that were looked for, there or not. */
  readonly lookedFor: ReadonlySet<string>;
  /** The project's published samples that look like secrets. */
  readonly samples: readonly string[] | undefined;
}

interface CompiledFlows {
  /** The flows without errors. */
  readonly flows: readonly CompiledFlow[];
  /** The same, with those that are not wanted; null if some flows have errors, so that not all are known. */
  readonly all: readonly CompiledFlow[] | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The paths of all files that were read. */
  readonly paths: readonly string[];
}

/** A compiled flow file, valid or not. */
export type CompiledSource = Omit<CompiledFlow, 'flow'> & Compiled;

export interface CompilingOptions {
  /** How secrets are handled; see {@link CompileOptions}. */
  readonly secrets?: NonNullable<CompileOptions['secrets']>;
  /** Diagnostics of other flows are dropped. Default: all are wanted. */
  readonly isWanted?: ((compiled: CompiledSource, project: Project) => boolean) | undefined;
}

/** Compiles every file of every project, even if others have errors. */
export async function compileProjects(
  projects: readonly Project[],
  world: World,
  options: CompilingOptions = {},
): Promise<readonly (CompiledFlows & { readonly project: Project })[]> {
  const read: (ReadFlows & { readonly project: Project })[] = [];
  for (const project of projects) read.push({ project, ...(await readFoundFlows(project.paths, world)) });
  const readSource = sourceReader(world);
  const set = assignSet(
    projects[0]?.options.set,
    read.flatMap(({ sources }) => sources),
    readSource,
  );
  return read.map(({ project, sources, paths, diagnostics }) => {
    const { unwanted, ...compiled } = compileSources(sources, project, { ...options, set, readSource });
    return {
      project,
      flows: compiled.flows,
      all: diagnostics.some(isError) ? null : compiled.all,
      diagnostics: [...diagnostics, ...compiled.diagnostics],
      paths: paths.filter((path) => !unwanted.has(path)),
    };
  });
}

interface Compiling extends CompilingOptions {
  readonly set: (source: Source) => Assignments;
  readonly readSource: ReadSource;
}

function compileSources(
  sources: readonly Source[],
  project: Project,
  { set, readSource, secrets = 'refuse', isWanted = () => true }: Compiling,
): Omit<CompiledFlows, 'paths'> & { readonly unwanted: ReadonlySet<string> } {
  const { limit, redact } = project.options;
  const theme = project.config.shape.theme?.value;
  const samples = samplesOf(project.config);
  const all: CompiledSource[] = [];
  for (const source of sources) {
    const failed = (diagnostic: Diagnostic): Compiled => ({ flow: null, diagnostics: [diagnostic], sources: [source] });
    const { read, ...remembered } = rememberInputs(source, readSource);
    const compile = () =>
      compileFlow(source, {
        set: set(source),
        readSource: read,
        theme,
        secrets: redact ? 'redact' : secrets,
        now: Math.floor(Date.now() / 1000),
        samples,
        ...(limit && { limits: limit }),
      });
    const compiled = withoutThrowing(source, compile, failed);
    // What `--set` gives stands in no file.
    const start = { source, start: 0, end: 0 };
    const diagnostics = compiled.diagnostics.map((found) => ({ ...found, span: found.span ?? start }));
    all.push({ source, ...remembered, samples, ...compiled, diagnostics });
  }
  const unwanted = new Set(all.filter((compiled) => !isWanted(compiled, project)).map(({ source }) => source.path));
  const whole = all.flatMap(({ flow, ...rest }) => (flow ? [{ ...rest, flow }] : []));
  const flows = whole.filter(({ source }) => !unwanted.has(source.path));
  const ids = new Set(flows.map(({ flow }) => flow.id));
  const doubles = [...findDoubleIds(whole)].filter(([id]) => ids.has(id));
  const wanted = all.filter(({ source }) => !unwanted.has(source.path));
  return {
    flows: flows.filter(({ flow }) => !doubles.some(([id]) => id === flow.id)),
    all: whole.length === all.length ? whole : null,
    diagnostics: [...wanted.flatMap(({ diagnostics }) => diagnostics), ...doubles.map(([, double]) => double)],
    unwanted,
  };
}

/** Records the files that are looked for and read, except shipped ones. */
function rememberInputs(source: Source, readSource: ReadSource) {
  const inputs: Source[] = [source];
  const lookedFor = new Set([source.path]);
  const read: ReadSource = (path) => {
    const found = readSource(path);
    lookedFor.add(path);
    if (found && !('reason' in found) && !path.startsWith(SHIPPED) && !inputs.includes(found)) inputs.push(found);
    return found;
  };
  return { inputs, lookedFor, read };
}

interface RenderedFlow extends Rendered {
  readonly compiled: CompiledFlow;
}

/** Renders one flow after the other, so that each can be written before the next one starts. */
export function* renderFlows(flows: readonly CompiledFlow[], options: RenderOptions): Generator<RenderedFlow> {
  const failed = (diagnostic: Diagnostic): Rendered => ({ artifacts: [], diagnostics: [diagnostic] });
  for (const compiled of flows) {
    const rendered = withoutThrowing(compiled.source, () => renderFlow(compiled.flow, options), failed);
    yield { compiled, ...rendered };
  }
}

type Assignments = Readonly<Record<string, string>>;

/** With several flows, `--set` applies to those that declare the variable. */
function assignSet(
  set: Assignments = {},
  sources: readonly Source[],
  readSource: ReadSource,
): (source: Source) => Assignments {
  if (Object.keys(set).length === 0) return () => set;
  const shapes = sources.map((source) => resolveSource(source, { readSource }).shape);
  const declared = shapes.map((shape) => new Set(shape?.variables?.map(({ key }) => key.value)));
  const known = [...new Set(declared.flatMap((names) => [...names]))];
  const unknown = Object.keys(set).find((name) => !known.includes(name));
  // A flow that can't be read may be the one that declares it.
  if (unknown !== undefined && shapes.every((shape) => shape !== null)) {
    throw new UsageError(`--set ${unknown}: no flow here has this variable; ${nearestOf(unknown, 'variables', known)}`);
  }
  const bySource = new Map(sources.map((source, index) => [source, declared[index]]));
  return (source) => Object.fromEntries(Object.entries(set).filter(([name]) => bySource.get(source)?.has(name)));
}

/** Two flows with the same id would render to the same files, so neither is rendered. */
function findDoubleIds(flows: readonly CompiledFlow[]): ReadonlyMap<string, Diagnostic> {
  const first = new Map<string, CompiledFlow>();
  const doubles = new Map<string, Diagnostic>();
  for (const compiled of flows) {
    const { id, span } = compiled.flow;
    const other = first.get(id);
    if (!other) first.set(id, compiled);
    else if (!doubles.has(id)) {
      doubles.set(id, {
        code: 'unique-flow-ids',
        severity: 'error',
        message: `another flow already has the id ${JSON.stringify(id)}`,
        span,
        hint: 'the id names the files in the output folder: change it',
        related: [{ message: 'first used here', span: other.flow.span }],
      });
    }
  }
  return doubles;
}

/** An internal error in one flow must not affect the others. */
function withoutThrowing<T>(source: Source, work: () => T, failed: (diagnostic: Diagnostic) => T): T {
  try {
    return work();
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = 'internal error in authflow; the file itself may be valid';
    return failed(fileDiagnostic('internal-failure', source.path, message, what));
  }
}
