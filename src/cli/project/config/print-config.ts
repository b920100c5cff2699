/** `--print-config`: the values that apply to each project, and their sources. */
import { resolve } from 'node:path';
import { configKeys } from '../../../syntax/index.js';
import { flagOf, optionNames, options as specs } from '../../grammar/index.js';
import type { Request } from '../../grammar/index.js';
import type { Outcome } from '../../terminal/index.js';
import type { World } from '../../world/index.js';
import { displayPath } from '../find-files.js';
import { valueIn } from './layer-options.js';
import { openProjects } from './projects.js';
import type { Project } from './projects.js';

/** Prints YAML on standard output, with paths relative to the working folder. */
export async function printConfig(world: World, request: Request): Promise<Outcome> {
  const { projects, diagnostics, codes } = await openProjects(request, world);
  const texts = projects.map((project) => describeProject(project, request, world));
  world.stdout.write(texts.join('---\n'));
  return { diagnostics, codes, paths: [], printsData: true };
}

interface Row {
  readonly key: string;
  /** Undefined where nothing is set. */
  readonly value: unknown;
  readonly from: string;
}

function describeProject(project: Project, request: Request, world: World): string {
  const { config, paths } = project;
  const shown = (written: string) => displayPath(resolve(config.folder, written), world);
  const { docs, zones, samples, failMessage } = config.shape;
  const own = config.path ?? 'default';
  const rows: readonly Row[] = [
    { key: 'flows', value: paths.map((path) => displayPath(path, world)), from: 'found files' },
    ...layeredRows(project, request),
    { key: 'zones', value: zones?.map(({ key }) => key.value), from: own },
    { key: 'docs', value: docs?.map(({ value }) => shown(value)), from: own },
    { key: 'samples', value: samples?.map(({ value }) => value), from: own },
    { key: 'failMessage', value: failMessage?.value, from: own },
  ];
  const lines = rows.flatMap(({ key, value, from }) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)} # ${from}\n`],
  );
  return `# ${config.path ?? 'no authflow.config.yaml'}\n${lines.join('')}`;
}

/** Values that the command line may also set, by the name of their configuration key. */
const layered = configKeys.flatMap((key) => {
  const option = optionNames.find((name) => specs[name].config === key);
  return option ? [{ key, option }] : [];
});

function layeredRows({ config, options }: Project, { options: given }: Request): readonly Row[] {
  return layered.map(({ key, option }) => {
    const value = options[option] ?? (specs[option].isFallback ? valueIn(config.shape, key) : undefined);
    const configured = config.shape[key] && config.path;
    return { key, value, from: given[option] === undefined ? (configured ?? 'default') : flagOf(option) };
  });
}
