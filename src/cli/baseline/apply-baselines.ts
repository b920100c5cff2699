/** Leaves out the findings that the baselines of projects list. */
import { resolve } from 'node:path';
import { failsStrictly } from '../project/index.js';
import type { LintedProject } from '../project/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { leaveOut, writeBaseline } from './apply-baseline.js';
import type { Baselined } from './apply-baseline.js';
import { readBaseline } from './read-baseline.js';
import type { Asked } from './read-baseline.js';

/** With `--update-baseline`, writes the baselines. Throws a UsageError where a project has none. */
export async function applyBaselines(
  projects: readonly LintedProject[],
  asked: Asked,
  world: World,
): Promise<Baselined> {
  const { updateBaseline, shard } = asked.options;
  if (updateBaseline && shard)
    throw new UsageError('--update-baseline writes what is found in all flows: remove --shard');
  const bare = projects.filter(({ options }) => options.baseline === undefined);
  if (updateBaseline && bare.length > 0) throw new UsageError(NO_BASELINE);
  const linted = bare.flatMap((project) => project.linted.map((flow) => ({ ...flow, baselined: 0 })));
  const all: Baselined[] = [{ linted, diagnostics: [], fails: failsStrictly(linted), written: [] }];
  for (const [file, sharing] of byBaseline(projects, world)) {
    const baseline = readBaseline(file, sharing, asked, world);
    all.push(updateBaseline ? await writeBaseline(baseline, world) : leaveOut(baseline));
  }
  return {
    linted: all.flatMap((one) => one.linted),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
    fails: all.some(({ fails }) => fails),
    written: all.flatMap(({ written }) => written),
  };
}

const NO_BASELINE =
  '--update-baseline needs a file: add --baseline lint-baseline.txt, or set lint: { baseline: lint-baseline.txt } in authflow.config.yaml';

/** Projects by the absolute path of their baseline. */
function byBaseline(projects: readonly LintedProject[], { cwd }: World): ReadonlyMap<string, readonly LintedProject[]> {
  const sharing = new Map<string, LintedProject[]>();
  for (const project of projects) {
    if (project.options.baseline === undefined) continue;
    const file = resolve(cwd, project.options.baseline);
    sharing.set(file, [...(sharing.get(file) ?? []), project]);
  }
  return sharing;
}
