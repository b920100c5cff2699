import { applyBaselines } from '../baseline/index.js';
import {
  checkDocuments,
  citedFlows,
  compareFlow,
  compareDrawn,
  compareWhole,
  configuredFormats,
  noticeOfRelease,
  openDocuments,
  openFolders,
  printDiffs,
  printDocumentDiffs,
  printSummaries,
  sortPaths,
  summarize,
  summarizeDocuments,
} from '../check/index.js';
import type { Asked, AskedFiles, ComparedFlow } from '../check/index.js';
import type { Request, Run } from '../grammar/index.js';
import { DEFAULT_OUT, hasProject, openEachFlow, openLinter, problemsIn } from '../project/index.js';
import type {
  LintedFlow,
  CompiledFlow,
  CompilingOptions,
  DesignedProject,
  MadeFlow,
  OpenFlows,
  Project,
} from '../project/index.js';
import { count } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';

/** Does the same as `render` and `embed` without writing, and checks the security rules; without a browser. */
export const runCheck: Run = async (world, request) => {
  const configured = new Map<string, ReturnType<typeof configuredFormats>>();
  const asked: Asked = { ...request, configured };
  const files = await sortPaths(request, world);
  const opened = await openDocuments(files, request, world);
  const openFolder = openFolders(world);
  const cited = citedFlows(opened, world);
  const compareNext: Compare = (compiled, project) => {
    configured.set(compiled.source.path, configuredFormats(project));
    return compareFlow(compiled, project, openFolder(project), asked, world);
  };
  const checkFlow = await openFlowCheck(compareNext, cited);
  const flows = await openCheckedFlows(files, request, world, { cited, checkFlow });
  const checkedFlows = flows.projects.flatMap((project) => project.flows);
  const redrawn = await compareDrawn(checkedFlows, asked, world);
  const ofFlows = [...checkedFlows.flatMap((flow) => flow.findings), ...redrawn.findings];
  const compared = [...ofFlows, ...compareWhole(flows, openFolder, asked, world)];
  const older = compared.filter(({ verdict, diagnostic }) => verdict === 'tool' && !isError(diagnostic));
  const findings = compared.filter((finding) => !older.includes(finding));
  const lint = await lintChecked(flows, request, world);
  const checked = {
    files,
    paths: new Set(checkedFlows.map(({ path }) => path)),
    haveOthers: request.options.shard !== undefined && (files.changes !== null || haveIds(flows)),
    made: [...checkedFlows, ...flows.projects.flatMap(({ others }) => others)].flatMap(({ made }) => made ?? []),
    openFolder,
  };
  const documents = await checkDocuments(opened, checked, request, world);

  const differences = { findings: older, documents: documents.ofOtherRelease };
  const notice = noticeOfRelease(differences, flows.projects.map(openFolder), asked, world);
  if ((asked.options.reporter ?? 'text') === 'text') {
    await printDiffs(findings, world);
    await printDocumentDiffs(documents, world);
  }
  const diagnostics = [
    ...flows.diagnostics,
    ...checkedFlows.flatMap((flow) => flow.diagnostics),
    ...redrawn.diagnostics,
    ...lint.diagnostics,
    ...findings.map(({ diagnostic }) => diagnostic),
    ...documents.diagnostics,
    ...(notice ? [notice] : []),
  ];
  const summaries = [
    ...printSummaries([summarize({ ...countFlows(flows), findings }, asked), summarizeDocuments(documents)]),
    ...lint.said,
    ...(lint.fails || diagnostics.some(isError) ? failMessages([...flows.projects, ...documents.projects]) : []),
  ];
  const found = flows.paths.length + documents.paths.length + diagnostics.length;
  return {
    diagnostics,
    paths: [...flows.paths, ...documents.paths],
    codes: [...flows.codes, ...documents.codes, ...(lint.fails ? [exitCodes.findings] : [])],
    summary: (found === 0 ? nothingFor(request) : summaries.join('\n')) || undefined,
  };
};

/** What is left of the findings of security rules without those of baselines. */
async function lintChecked({ projects, isComplete }: CheckedFlows, request: Request, world: World) {
  const isWhole = isComplete && request.options.since === undefined && projects.every((project) => project.isWhole);
  const checked = projects.map((project) => ({ ...project, linted: project.flows.map(({ linted }) => linted) }));
  const { linted, fails, ...baselines } = await applyBaselines(checked, { ...request, isWhole }, world);
  const accepted = linted.reduce((sum, { baselined }) => sum + baselined, 0);
  return {
    diagnostics: [...problemsIn(linted), ...baselines.diagnostics],
    fails,
    said: accepted > 0 ? [`${count(accepted, 'finding')} in the baseline`] : [],
  };
}

function nothingFor({ paths, options: { since, shard } }: Request): string {
  if (shard) return `nothing to check: no flow or document is in shard ${shard.number}/${shard.total}`;
  if (since !== undefined) return `nothing to check: no flow, output or document with a block changed since ${since}`;
  return paths.length === 0
    ? 'nothing to check: no flow is left here, and no output'
    : 'nothing to check: these files are neither inputs nor outputs of a flow';
}

/** What is left of a flow once it was checked. */
interface CheckedFlow extends Pick<ComparedFlow, 'findings' | 'diagnostics' | 'isOlder' | 'drawn'> {
  /** The path as in messages. */
  readonly path: string;
  readonly linted: LintedFlow;
  /** The flow and its texts; null if no document shows it. */
  readonly made: MadeFlow | null;
}

type Compare = (compiled: CompiledFlow, project: DesignedProject) => ComparedFlow;
type CheckFlow = (compiled: CompiledFlow, project: DesignedProject) => CheckedFlow;

/** Returns what compares a flow with its output, and checks it against the security rules. */
async function openFlowCheck(compare: Compare, cited: ReadonlySet<string>): Promise<CheckFlow> {
  const lint = await openLinter();
  return (compiled, project) => {
    const { artifacts, ...compared } = compare(compiled, project);
    const { path } = compiled.source;
    return {
      ...compared,
      path,
      linted: lint(compiled, project),
      made: cited.has(path) ? { project, compiled, artifacts } : null,
    };
  };
}

type CheckedFlows = OpenFlows<CheckedFlow>;

const haveIds = ({ projects }: CheckedFlows): boolean => projects.some(({ ids }) => ids.size > 0);

/** Opens the named flows, and those to which other named files belong; without names, all flows, or those that changed. */
async function openCheckedFlows(
  { flows, changes, haveDeleted }: AskedFiles,
  request: Request,
  world: World,
  { cited, checkFlow }: { readonly cited: ReadonlySet<string>; readonly checkFlow: CheckFlow },
): Promise<CheckedFlows> {
  const { touch: isWanted } = changes ?? {};
  if (request.paths.length === 0) return openEachFlow(request, world, { isWanted, also: cited }, checkFlow);
  const since = { also: cited, ...(request.options.since === undefined ? {} : { isWanted }) };
  const named = flows.length > 0 ? await openEachFlow({ ...request, paths: flows }, world, since, checkFlow) : noFlows;
  if (!isWanted || request.options.since !== undefined || !hasProject(world)) return named;
  const compiling: CompilingOptions = {
    also: cited,
    isWanted: (compiled, project) => !named.paths.includes(compiled.source.path) && isWanted(compiled, project),
  };
  const about = await openEachFlow({ ...request, paths: [] }, world, compiling, checkFlow);
  return {
    projects: [...named.projects, ...about.projects.filter((project) => project.flows.length > 0 || haveDeleted)],
    paths: [...named.paths, ...about.paths],
    codes: [...named.codes, ...about.codes],
    diagnostics: [...named.diagnostics, ...about.diagnostics],
    isComplete: named.isComplete && about.isComplete,
  };
}

const noFlows: CheckedFlows = { projects: [], paths: [], codes: [], diagnostics: [], isComplete: true };

const countFlows = ({ projects, paths }: CheckedFlows) => ({
  flows: projects.reduce((sum, { flows }) => sum + flows.length, 0),
  paths: paths.length,
  folders: [...new Set(projects.map(({ options: { out = DEFAULT_OUT } }) => out))],
});

const failMessages = (projects: readonly Pick<Project, 'config'>[]): readonly string[] => [
  ...new Set(projects.flatMap(({ config }) => config.shape.failMessage?.value ?? [])),
];
