/** Flow files, read and compiled: what every command starts from. */
import { samplesOf } from './config/index.js';
import type { Project } from './config/index.js';
import { fileDiagnostic, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Flow } from '../../model/index.js';
import type { ReadSource } from '../../resolve/index.js';
import { nearestOf } from '../../source/index.js';
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
  /** It, and what it includes and extends. */
  readonly sources: readonly Source[];
  readonly flow: Flow;
  /** Of these, those of the author: what is shipped changes with the tool. */
  readonly inputs: readonly Source[];
  /** The project's, which look like secrets. */
  readonly samples: readonly string[] | undefined;
}

interface CompiledFlows {
  /** Those without errors. */
  readonly flows: readonly CompiledFlow[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of every file that was looked at. */
  readonly paths: readonly string[];
}

/** A flow file that was compiled, whatever came of it. */
export type CompiledSource = Omit<CompiledFlow, 'flow'> & Compiled;

export interface CompilingOptions {
  /** What becomes of secrets; see {@link CompileOptions}. */
  readonly secrets?: NonNullable<CompileOptions['secrets']>;
  /** Diagnostics of the others are dropped. Default: all are wanted. */
  readonly isWanted?: (compiled: CompiledSource, project: Project) => boolean;
}

/** Compiles every file of every project, whatever is wrong with the others. */
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
    const { inputs, read } = rememberInputs(source, readSource);
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
    all.push({ source, inputs, samples, ...withoutThrowing(source, compile, failed) });
  }
  const wanted = all.filter((compiled) => isWanted(compiled, project));
  const whole = wanted.flatMap(({ flow, ...rest }) => (flow ? [{ ...rest, flow }] : []));
  const doubles = findDoubleIds(whole);
  return {
    flows: whole.filter(({ flow }) => !doubles.has(flow.id)),
    diagnostics: [...wanted.flatMap(({ diagnostics }) => diagnostics), ...doubles.values()],
    unwanted: new Set(all.filter((compiled) => !wanted.includes(compiled)).map(({ source }) => source.path)),
  };
}

/** Notes what is read, but what is shipped. */
function rememberInputs(source: Source, readSource: ReadSource) {
  const inputs: Source[] = [source];
  const read: ReadSource = (path) => {
    const found = readSource(path);
    if (found && !('reason' in found) && !path.startsWith(SHIPPED) && !inputs.includes(found)) inputs.push(found);
    return found;
  };
  return { inputs, read };
}

interface RenderedFlow extends Rendered {
  readonly compiled: CompiledFlow;
}

/** Renders one flow after the other, so that each can be written before the next is begun. */
export function* renderFlows(flows: readonly CompiledFlow[], options: RenderOptions): Generator<RenderedFlow> {
  const failed = (diagnostic: Diagnostic): Rendered => ({ artifacts: [], diagnostics: [diagnostic] });
  for (const compiled of flows) {
    const rendered = withoutThrowing(compiled.source, () => renderFlow(compiled.flow, options), failed);
    yield { compiled, ...rendered };
  }
}

type Assignments = Readonly<Record<string, string>>;

/** Of several flows, `--set` is meant for those that declare the variable. */
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
  // A flow that can't be read may be the one that is meant.
  if (unknown !== undefined && shapes.every((shape) => shape !== null)) {
    throw new UsageError(`--set ${unknown}: no flow here has this variable; ${nearestOf(unknown, 'variables', known)}`);
  }
  const bySource = new Map(sources.map((source, index) => [source, declared[index]]));
  return (source) => Object.fromEntries(Object.entries(set).filter(([name]) => bySource.get(source)?.has(name)));
}

/** The files that two flows would render to can't hold both, so neither is rendered. */
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
        message: `the id ${JSON.stringify(id)} belongs to another flow already`,
        span,
        hint: 'it names the files in the output folder: give this flow another',
        related: [{ message: `${other.source.path} has it`, span: other.flow.span }],
      });
    }
  }
  return doubles;
}

/** A fault of ours in one flow must not take the others with it. */
function withoutThrowing<T>(source: Source, work: () => T, failed: (diagnostic: Diagnostic) => T): T {
  try {
    return work();
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = 'authflow failed on this file, which is a fault of authflow, not of the file';
    return failed(fileDiagnostic('internal-failure', source.path, message, what));
  }
}
