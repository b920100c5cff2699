import { applyBaselines } from '../baseline/index.js';
import {
  askedOf,
  checkDocuments,
  compareOutput,
  noticeOfRelease,
  printDiffs,
  printDocumentDiffs,
  printSummaries,
  sortPaths,
  summarize,
  summarizeDocuments,
} from '../check/index.js';
import type { AskedFiles } from '../check/index.js';
import type { Request, Run } from '../grammar/index.js';
import { DEFAULT_OUT, hasProject, lintProjects, openFlows, problemsIn } from '../project/index.js';
import type { OpenFlows, Project } from '../project/index.js';
import { count } from '../terminal/index.js';
import { exitCodes } from '../world/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';

/** Does the same as `render` and `embed` without writing, and checks the security rules; without a browser. */
export const runCheck: Run = async (world, request) => {
  const files = await sortPaths(request, world);
  const opened = await openCheckedFlows(files, request, world);
  const asked = askedOf(request, opened.projects);
  const compared = compareOutput(opened, asked, world);
  const older = compared.findings.filter(({ verdict, diagnostic }) => verdict === 'tool' && !isError(diagnostic));
  const output = { ...compared, findings: compared.findings.filter((finding) => !older.includes(finding)) };
  const isWhole =
    request.paths.length === 0 && request.options.since === undefined && !opened.diagnostics.some(isError);
  const checkedRules = await lintProjects(opened.projects);
  const { linted, fails, ...baselines } = await applyBaselines(checkedRules, { ...request, isWhole }, world);
  const checked = { files, paths: pathsOf(opened), made: output.made };
  const accepted = linted.reduce((sum, { baselined }) => sum + baselined, 0);
  const documents = await checkDocuments(checked, request, world);

  const differences = { findings: older, documents: documents.ofOtherRelease };
  const notice = noticeOfRelease(differences, output.folders, asked, world);
  if ((asked.options.reporter ?? 'text') === 'text') {
    await printDiffs(output.findings, world);
    await printDocumentDiffs(documents, world);
  }
  const diagnostics = [
    ...opened.diagnostics,
    ...output.diagnostics,
    ...problemsIn(linted),
    ...baselines.diagnostics,
    ...output.findings.map(({ diagnostic }) => diagnostic),
    ...documents.diagnostics,
    ...(notice ? [notice] : []),
  ];
  const summaries = [
    ...printSummaries([
      summarize({ ...countFlows(opened), findings: output.findings }, asked),
      summarizeDocuments(documents),
    ]),
    ...(accepted > 0 ? [`${count(accepted, 'finding')} in the baseline`] : []),
    ...(fails || diagnostics.some(isError) ? failMessages([...opened.projects, ...documents.projects]) : []),
  ];
  const found = opened.paths.length + documents.paths.length + diagnostics.length;
  return {
    diagnostics,
    paths: [...opened.paths, ...documents.paths],
    codes: [...opened.codes, ...documents.codes, ...(fails ? [exitCodes.findings] : [])],
    summary: (found === 0 ? nothingFor(request) : summaries.join('\n')) || undefined,
  };
};

const nothingFor = ({ paths, options: { since } }: Request): string => {
  if (since !== undefined) return `nothing to check: no flow, output or document with a block changed since ${since}`;
  return paths.length === 0
    ? 'nothing to check: no flow is left here, and no output'
    : 'nothing to check: these files are neither inputs nor outputs of a flow';
};

/** Opens the named flows, and those to which other named files belong; without names, all flows, or those that changed. */
async function openCheckedFlows(files: AskedFiles, request: Request, world: World): Promise<OpenFlows> {
  const { flows, changes, haveDeleted } = files;
  const { touch: isWanted } = changes ?? {};
  if (request.paths.length === 0) return openFlows(request, world, { isWanted });
  const since = request.options.since === undefined ? {} : { isWanted };
  const named = flows.length > 0 ? await openFlows({ ...request, paths: flows }, world, since) : noFlows;
  if (!isWanted || since.isWanted || !hasProject(world)) return named;
  const about = await openFlows({ ...request, paths: [] }, world, {
    isWanted: (compiled, project) => !named.paths.includes(compiled.source.path) && isWanted(compiled, project),
  });
  return {
    projects: [...named.projects, ...about.projects.filter(({ flows: wanted }) => wanted.length > 0 || haveDeleted)],
    paths: [...named.paths, ...about.paths],
    codes: [...named.codes, ...about.codes],
    diagnostics: [...named.diagnostics, ...about.diagnostics],
  };
}

const noFlows: OpenFlows = { projects: [], paths: [], codes: [], diagnostics: [] };

/** The paths of the flows that could be read, as in messages. */
const pathsOf = ({ projects }: OpenFlows): ReadonlySet<string> =>
  new Set(projects.flatMap(({ flows }) => flows.map(({ source }) => source.path)));

const countFlows = ({ projects, paths }: OpenFlows) => ({
  flows: projects.reduce((sum, { flows }) => sum + flows.length, 0),
  paths: paths.length,
  folders: [...new Set(projects.map(({ options: { out = DEFAULT_OUT } }) => out))],
});

const failMessages = (projects: readonly Pick<Project, 'config'>[]): readonly string[] => [
  ...new Set(projects.flatMap(({ config }) => config.shape.failMessage?.value ?? [])),
];
