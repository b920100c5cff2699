import { isError } from '../../diagnostic.js';
import { compareOutput } from '../check/compare-output.js';
import type { Asked } from '../check/finding.js';
import { printDiffs, summarize } from '../check/report.js';
import { checkDocuments, printDocumentDiffs, splitPaths, summarizeDocuments } from '../check-documents.js';
import type { Request, Run } from '../command.js';
import { withEnvironment } from '../config/layer-options.js';
import { DEFAULT_OUT } from '../destination.js';
import { lintFlows, problemsIn } from '../lint-flows.js';
import { openFlows } from '../open-flows.js';
import type { OpenFlows } from '../open-flows.js';
import type { World } from '../world.js';

/** The same as `render` and `embed` without the write, and the security rules; without a browser. */
export const runCheck: Run = async (world, request) => {
  const asked: Asked = { options: withEnvironment(request.options, world), paths: request.paths };

  const opened = await openCheckedFlows(request, world);
  const output = await compareOutput(opened, asked, world);
  const linted = await lintFlows(opened.projects.flatMap(({ flows }) => flows));
  const documents = await checkDocuments(request, { paths: pathsOf(opened), made: output.made }, world);

  if ((asked.options.reporter ?? 'text') === 'text') {
    await printDiffs(output.findings, world);
    await printDocumentDiffs(documents, world);
  }
  const diagnostics = [
    ...opened.diagnostics,
    ...output.diagnostics,
    ...problemsIn(linted),
    ...output.findings.map(({ diagnostic }) => diagnostic),
    ...documents.diagnostics,
  ];
  const summaries = [
    summarize({ ...countFlows(opened), findings: output.findings }, asked),
    summarizeDocuments(documents),
    ...(diagnostics.some(isError) ? failMessages(opened) : []),
  ];
  return {
    diagnostics,
    paths: [...opened.paths, ...documents.paths],
    codes: [...opened.codes, ...documents.codes],
    summary: summaries.filter((summary) => summary !== undefined).join('\n') || undefined,
  };
};

/** None, where only documents were named. */
async function openCheckedFlows(request: Request, world: World): Promise<OpenFlows> {
  const { flows, documents } = splitPaths(request.paths);
  if (flows.length === 0 && documents.length > 0) return { projects: [], paths: [], codes: [], diagnostics: [] };
  return openFlows({ ...request, paths: flows }, world);
}

/** Of the flows that could be read, as messages print them. */
const pathsOf = ({ projects }: OpenFlows): ReadonlySet<string> =>
  new Set(projects.flatMap(({ flows }) => flows.map(({ source }) => source.path)));

const countFlows = ({ projects, paths }: OpenFlows) => ({
  flows: projects.reduce((sum, { flows }) => sum + flows.length, 0),
  paths: paths.length,
  folders: [...new Set(projects.map(({ options: { out = DEFAULT_OUT } }) => out))],
});

const failMessages = ({ projects }: OpenFlows): readonly string[] => [
  ...new Set(projects.flatMap(({ config }) => config.shape.failMessage?.value ?? [])),
];
