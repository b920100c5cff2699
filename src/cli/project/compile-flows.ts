/** Reads and compiles flow files, the first step of most commands. */
import { samplesOf } from './config/index.js';
import type { Project } from './config/index.js';
import type { World } from '../world/index.js';
import type { Flow } from '../../model/index.js';
import { SHIPPED } from '../../resolve/index.js';
import type { ListNames, ReadSource } from '../../resolve/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { compileFlow } from '../../compile.js';
import { completeTheme } from '../../theme/index.js';
import type { Compiled, CompileOptions } from '../../compile.js';
import type { Design } from '../../design.js';
import { assignSet } from './assign-set.js';
import type { Assignments } from './assign-set.js';
import { findDoubles } from './double-ids.js';
import { placeOfId, readId } from './flow-ids.js';
import { fileNamed, nameLister, readFlowFiles, sourceReader } from './read-flows.js';
import type { FlowFile, ReadFlowFiles } from './read-flows.js';
import { isFirstShard, isInShard } from './shard.js';
import { withoutThrowing } from './without-throwing.js';

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
  /** Seconds since 1970, to recognize expired tokens. */
  readonly now: number;
}

/** A compiled flow file, valid or not. */
export type CompiledSource = Omit<CompiledFlow, 'flow'> & Compiled;

export interface CompilingOptions {
  /** How secrets are handled; see {@link CompileOptions}. */
  readonly secrets?: NonNullable<CompileOptions['secrets']>;
  /** The paths, as in messages, of flows that are visited even if they belong to another shard. */
  readonly also?: ReadonlySet<string> | undefined;
  /** Diagnostics of other flows are dropped. Default: all are wanted. */
  readonly isWanted?: ((compiled: CompiledSource, project: Project) => boolean) | undefined;
}

/** What remains of a project once each of its flows was visited. */
export interface Visited<Kept> {
  /** What was kept of each flow without errors. */
  readonly flows: readonly Kept[];
  /** What was kept of flows that belong to another shard. */
  readonly others: readonly Kept[];
  /** The ids of all flows, wanted or not, of every shard; each with what finds its place. */
  readonly ids: ReadonlyMap<string, () => Span>;
  /** Whether these are really all: every file could be read so far. */
  readonly areIdsKnown: boolean;
  /** The ids of flows with errors. */
  readonly broken: ReadonlySet<string>;
  /** All flows, without their steps, for the gallery of a project that has one; null where some have errors. */
  readonly listed: readonly Flow[] | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The paths of all files that were read. */
  readonly paths: readonly string[];
}

/** A project, with its design where that was read: flows need its words. */
type Compilable = Project & { readonly design?: Design };

/**
 * Compiles every file of every project, even if others have errors, one after the other: what `visit` returns is kept, and the flow
 * is let go, because a large project's flows take much memory.
 */
export async function visitFlows<Kept, Opened extends Compilable>(
  projects: readonly Opened[],
  world: World,
  options: CompilingOptions,
  visit: (compiled: CompiledFlow, project: Opened) => Kept,
): Promise<readonly Visited<Kept>[]> {
  const read: (ReadFlowFiles & { readonly project: Opened })[] = [];
  for (const project of projects) read.push({ project, ...(await readFlowFiles(project.paths, world)) });
  const readSource = sourceReader(world);
  const listNames = nameLister(world);
  const set = assignSet(
    projects[0]?.options.set,
    read.flatMap(({ files }) => files),
    readSource,
  );
  const now = Math.floor(Date.now() / 1000);
  return read.map(({ project, ...found }) => {
    const compiling = openCompiling(project, { ...options, set, readSource, listNames, now });
    return visitProject({ ...found, project, compiling, also: options.also, world }, (compiled) =>
      visit(compiled, project),
    );
  });
}

/** How the flows of a project are compiled. */
interface Compiling {
  readonly compile: (file: FlowFile) => CompiledSource;
  readonly readId: (file: FlowFile) => string | null;
  readonly placeOfId: (file: FlowFile) => Span;
  readonly isWanted: (compiled: CompiledSource) => boolean;
}

interface CompileSettings extends CompilingOptions {
  readonly set: (path: string) => Assignments;
  readonly readSource: ReadSource;
  readonly listNames: ListNames;
  readonly now: number;
}

/** What the flows of a project get that say nothing else. */
export const flowDefaults = ({ config: { shape }, design }: Pick<Compilable, 'config' | 'design'>) => ({
  theme: shape.theme?.value,
  lang: shape.lang?.value,
  wordings: design?.wordings,
});

function openCompiling(
  project: Compilable,
  { set, readSource, listNames, now, secrets = 'refuse', isWanted = () => true }: CompileSettings,
): Compiling {
  const { limit, redact } = project.options;
  const samples = samplesOf(project.config);
  const limits = limit && { limits: limit };
  const shared = {
    ...flowDefaults(project),
    secrets: redact ? 'redact' : secrets,
    now,
    samples,
  } as const;
  return {
    compile: ({ open }) => {
      const source = open();
      const failed = (found: Diagnostic): Compiled => ({ flow: null, diagnostics: [found], sources: [source] });
      const { read, ...remembered } = rememberInputs(source, readSource);
      const compile = () => {
        const options = { ...shared, ...limits, set: set(source.path), readSource: read, listNames };
        const { flow, ...others } = compileFlow(source, options);
        return { ...others, flow: flow && completeTheme(flow, project.design?.presets ?? new Map()) };
      };
      const compiled = withoutThrowing(source, compile, failed);
      // What `--set` gives stands in no file.
      const start = { source, start: 0, end: 0 };
      const diagnostics = compiled.diagnostics.map((found) => ({ ...found, span: found.span ?? start }));
      return { source, ...remembered, samples, now, ...compiled, diagnostics };
    },
    readId: ({ open }) => {
      const source = open();
      const read = () => readId(source, { readSource, ...limits });
      return withoutThrowing(source, read, () => null);
    },
    placeOfId: ({ open }) => placeOfId(open(), { readSource, ...limits }),
    isWanted: (compiled) => isWanted(compiled, project),
  };
}

interface Visiting extends ReadFlowFiles {
  readonly project: Project;
  readonly compiling: Compiling;
  readonly also: CompilingOptions['also'];
  readonly world: World;
}

function visitProject<Kept>(
  { project: { config, options }, compiling, also, world, ...read }: Visiting,
  visit: (compiled: CompiledFlow) => Kept,
): Visited<Kept> {
  const isOwn = (path: string): boolean => isInShard(fileNamed(path, world), options.shard, config, world);
  const ids = new Map(read.files.map((file) => [file, compiling.readId(file)]));
  const doubles = findDoubles(ids, compiling);
  const hasGallery = config.shape.gallery !== undefined && isFirstShard(options.shard);
  const flows: Kept[] = [];
  const others: Kept[] = [];
  const listed: Flow[] = [];
  const diagnostics = read.diagnostics.filter(({ span }) => !span || isOwn(span.source.path));
  const unwanted = new Set<string>();
  const broken = new Set<string>();
  let isWhole = !read.diagnostics.some(isError);
  for (const file of read.files) {
    const isOwnFlow = isOwn(file.path);
    if (!isOwnFlow && !hasGallery && !also?.has(file.path)) continue;
    const { flow, ...compiled } = compiling.compile(file);
    if (flow && hasGallery) listed.push({ ...flow, steps: [] });
    if (!flow) isWhole = false;
    if (!isOwnFlow) {
      if (flow && also?.has(file.path) && !doubles.ids.has(flow.id)) others.push(visit({ ...compiled, flow }));
      continue;
    }
    if (!flow) broken.add(ids.get(file) ?? '');
    if (!compiling.isWanted({ ...compiled, flow })) unwanted.add(file.path);
    else {
      diagnostics.push(...compiled.diagnostics);
      if (flow && !doubles.ids.has(flow.id)) flows.push(visit({ ...compiled, flow }));
    }
  }
  return {
    flows,
    others,
    ids: new Map(
      [...ids].flatMap(([file, id]) => (id === null ? [] : [[id, () => compiling.placeOfId(file)] as const])),
    ),
    areIdsKnown: !read.diagnostics.some(isError) && ![...ids.values()].includes(null),
    broken,
    listed: hasGallery && isWhole ? listed : null,
    diagnostics: [...diagnostics, ...doubles.diagnostics.filter(({ span }) => isOwn(span.source.path))],
    paths: read.paths.filter((path) => isOwn(path) && !unwanted.has(path)),
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
