/** `--print-config`: the values that apply to each project, and their sources. */
import { configKeys, isScalar } from '../../../syntax/index.js';
import type { Scalar } from '../../../syntax/index.js';
import { flagOf, optionNames, options as specs } from '../../grammar/index.js';
import type { Request } from '../../grammar/index.js';
import type { Outcome } from '../../terminal/index.js';
import type { World } from '../../world/index.js';
import { displayPath } from '../find-files.js';
import { pathAt } from './config.js';
import { firstIn, valueIn } from './layer-options.js';
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
  /** `out:`, or `-` for an item of a list. */
  readonly key: string;
  /** Undefined where nothing is set. */
  readonly value: unknown;
  /** A file, an option, or words. */
  readonly from: string;
}

function describeProject(project: Project, request: Request, world: World): string {
  const { config, paths } = project;
  const { docs, fonts = [], themes = [], zones = [], samples = [], lint, gallery, failMessage } = config.shape;
  // Folders of several files, laid over each other.
  const isLaid = config.templates.length > 1 && request.options.templates === undefined;
  const lines = [
    ...print([
      rowOf('extends', config.shape.extends),
      rowOf('lang', config.shape.lang),
      { key: 'flows:', value: paths.map((path) => displayPath(path, world)), from: 'found files' },
      ...layeredRows(project, request).filter(({ key }) => !(isLaid && key === 'templates:')),
    ]),
    ...printMapping(
      'templates',
      isLaid ? config.templates.map((folder) => itemRow(folder, pathAt(folder, world))) : [],
    ),
    ...printMapping(
      'words',
      config.words.map((file) => itemRow(file, pathAt(file, world))),
    ),
    ...printMapping('themes', themes.map(namedRow)),
    ...printMapping('zones', zones.map(namedRow)),
    ...printMapping(
      'fonts',
      fonts.map((font) => itemRow(font, pathAt(font, world))),
    ),
    ...print([
      rowOf(
        'docs',
        docs?.[0],
        docs?.map((path) => pathAt(path, world)),
      ),
    ]),
    ...printMapping('gallery', [rowOf('title', gallery?.title), rowOf('picture', gallery?.picture)]),
    ...printMapping(
      'samples',
      samples.map((sample) => itemRow(sample)),
    ),
    ...printMapping('lint', [
      rowOf(
        'profiles',
        lint?.profiles?.[0],
        lint?.profiles?.map(({ value }) => value),
      ),
      rowOf('strict', lint?.strict),
      rowOf('baseline', lint?.baseline, lint?.baseline && pathAt(lint.baseline, world)),
    ]),
    ...print([rowOf('failMessage', failMessage)]),
  ];
  return `# ${config.path ?? 'no authflow.config.yaml'}\n${lines.join('')}`;
}

type AnyScalar = Scalar<string | number | boolean>;

/** `scalar`: the value, or the first one of a list; `value`: what to print for it. */
const rowOf = (key: string, scalar: AnyScalar | undefined, value: unknown = scalar?.value): Row => ({
  key: `${key}:`,
  value,
  from: scalar?.span.source.path ?? 'default',
});

const itemRow = (scalar: AnyScalar, value?: unknown): Row => ({ ...rowOf('', scalar, value), key: '-' });

const namedRow = ({ key, value }: Named): Row => rowOf(JSON.stringify(key.value), key, plain(value));

/** A part of a configuration as an author may write it. */
function plain(part: unknown): unknown {
  if (isScalar(part)) return part.value;
  if (Array.isArray(part)) return Object.fromEntries(part.map(({ key, value }: Named) => [key.value, plain(value)]));
  return Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, plain(value)]));
}

/** An entry of a mapping. */
interface Named {
  readonly key: Scalar;
  readonly value: unknown;
}

const print = (rows: readonly Row[], indent = ''): readonly string[] =>
  rows.flatMap(({ key, value, from }) =>
    value === undefined ? [] : [`${indent}${key} ${JSON.stringify(value)} # ${from}\n`],
  );

/** Values that come from several files. */
function printMapping(name: string, rows: readonly Row[]): readonly string[] {
  const lines = print(rows, '  ');
  return lines.length === 0 ? [] : [`${name}:\n`, ...lines];
}

/** Values that the command line may also set, by the name of their configuration key. */
const layered = configKeys.flatMap((key) => {
  const option = optionNames.find((name) => specs[name].config === key);
  return option ? [{ key, option }] : [];
});

function layeredRows({ config, options }: Project, { options: given }: Request): readonly Row[] {
  return layered.map(({ key, option }) => {
    const value = options[option] ?? (specs[option].isFallback ? valueIn(config.shape, key) : undefined);
    const from = given[option] === undefined ? firstIn(config.shape, key)?.span.source.path : flagOf(option);
    return { key: `${key}:`, value, from: from ?? 'default' };
  });
}
