import { isError } from '../../source/index.js';
import type { Request, Run } from '../grammar/index.js';
import {
  checkRoom,
  chooseDestination,
  chooseFormats,
  pruneOutput,
  readManifests,
  summarizeCauses,
  summarizeDeliveries,
} from '../output/index.js';
import { openFlows, remarksOn } from '../project/index.js';
import type { OpenFlows } from '../project/index.js';
import { renderJob } from '../render/index.js';
import type { Job, Result } from '../render/index.js';
import type { Outcome } from '../terminal/index.js';
import { watchRender } from '../watch/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';

/** Renders flow files. */
export const runRender: Run = async (world, request) => {
  const { prune, shard } = request.options;
  if (prune && (request.paths.length > 0 || shard)) {
    const remedy = `remove ${shard ? '--shard' : 'the paths'}`;
    throw new UsageError(`--prune deletes files that no flow produces, so it needs all flows: ${remedy}`);
  }
  return makeOutput(chooseFormats, request, world);
};

/** Parts for paper are several files. */
function checkParts({ paper }: Request['options'], jobs: readonly Pick<Job, 'destination' | 'formats'>[]): void {
  if (paper === undefined || jobs.every(({ destination }) => destination.kind === 'folder')) return;
  if (jobs.every(({ formats }) => !formats?.some((format) => format === 'svg' || format === 'png'))) return;
  throw new UsageError(`--fit ${paper} makes several files: write them to a folder, with --out`);
}

/** Chooses the formats for the flows of a project. */
type ChooseFormats = typeof chooseFormats;

export async function makeOutput(choose: ChooseFormats, request: Request, world: World): Promise<Outcome> {
  const make = (opened: OpenFlows, ...rest: [Request, World]) => makeOpened(choose, opened, ...rest);
  if (request.options.watch) return watchRender(make, request, world);
  return make(await openFlows(request, world), request, world);
}

async function makeOpened(
  choose: ChooseFormats,
  { projects, ...opened }: OpenFlows,
  request: Request,
  world: World,
): Promise<Outcome> {
  const jobs = projects.map((project): Omit<Job, 'remarks'> => {
    const destination = chooseDestination(project.options);
    return { ...project, destination, formats: choose(project.options, destination) };
  });
  for (const { destination, formats } of jobs) checkRoom(destination, formats, opened.paths.length);
  checkParts(request.options, jobs);
  const written = jobs.filter(({ destination }) => destination.kind === 'folder');
  const before = request.options.prune ? readManifests(written, world) : null;
  const results: Result[] = [];
  for (const job of jobs) {
    const remarks = job.options.findings ? await remarksOn(job.flows, job.options) : [];
    results.push(await renderJob({ ...job, remarks }, world));
  }
  if (before) {
    const { diagnostics } = opened;
    results.push({ diagnostics: await pruneOutput(written, { diagnostics, before }, world) });
  }
  return {
    ...opened,
    diagnostics: [...opened.diagnostics, ...results.flatMap(({ diagnostics }) => diagnostics)],
    summary:
      [
        summarizeDeliveries(results.flatMap(({ counts }) => counts ?? [])) ?? nothingFor(request, opened),
        summarizeCauses(
          results.flatMap(({ causes = [] }) => causes),
          world,
        ),
      ]
        .filter((line) => line !== undefined)
        .join('\n') || undefined,
    printsData: jobs.some(({ destination }) => destination.kind === 'stdout'),
  };
}

function nothingFor(
  { options: { since, shard, prune } }: Request,
  { paths, diagnostics }: Pick<OpenFlows, 'paths' | 'diagnostics'>,
): string | undefined {
  if (diagnostics.some(isError)) return undefined;
  if (shard) return `nothing to render: no flow is in shard ${shard.number}/${shard.total}`;
  if (since !== undefined) return `nothing to render: no flow changed since ${since}`;
  if (paths.length > 0 || prune) return undefined;
  return 'nothing to render: no flow is left here; authflow render --prune deletes what the deleted ones left behind';
}
