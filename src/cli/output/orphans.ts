/**
 * Output of ours that no flow makes any more. Other people's files are none: texts are told by the manifest, pictures by
 * their stamps.
 */
import { join, resolve } from 'node:path';
import { pictureFormats, textFormats } from '../grammar/index.js';
import type { OutputFormat, PictureFormat } from '../grammar/index.js';
import { DEFAULT_OUT, readText } from '../project/index.js';
import type { OpenProject } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import { readStamp } from '../../stamp/index.js';
import type { Stamp } from '../../stamp/index.js';
import { artifactPath } from '../../compile.js';
import { linesOf } from './manifest.js';
import type { OutputFolder } from './manifest.js';

export interface Orphan {
  /** In the output folder. */
  readonly path: string;
  /** Whether somebody changed it since, so that it is not only ours. */
  readonly isEdited: boolean;
}

/** Projects by the folder that they write to, absolute: one that several share holds what any of them makes. */
export function projectsByFolder(
  projects: readonly OpenProject[],
  { cwd }: Pick<World, 'cwd'>,
): ReadonlyMap<string, readonly OpenProject[]> {
  const shared = new Map<string, OpenProject[]>();
  for (const project of projects) {
    const folder = resolve(cwd, project.options.out ?? DEFAULT_OUT);
    shared.set(folder, [...(shared.get(folder) ?? []), project]);
  }
  return shared;
}

/** @param projects all that write to the folder */
export function findOrphans(
  projects: readonly OpenProject[],
  { folder, manifest }: OutputFolder,
  world: World,
): readonly Orphan[] {
  const makers = projects.map(makerOf);
  const orphans: Orphan[] = [];
  for (const [path, lines] of manifest) {
    if (makers.some(({ makesText }) => makesText(path)) || !isThere(join(folder, path), world)) continue;
    const read = readText(join(folder, path), world);
    orphans.push({ path, isEdited: !('source' in read) || linesOf(read.source.text, lines).length === 0 });
  }
  for (const path of picturesIn(folder, world.files)) {
    const isMade = makers.some(({ makesPicture }) => makesPicture(path));
    if (!isMade && stampOf(join(folder, path), world)) orphans.push({ path, isEdited: false });
  }
  return orphans;
}

function makerOf({ flows, config, options }: OpenProject) {
  // What the command line asks for this time says nothing of what was made before.
  const formats = config.shape.formats && [
    ...config.shape.formats.map(({ value }) => value),
    ...(options.format ?? []),
  ];
  const isMade = (format: OutputFormat) => formats?.includes(format) ?? true;
  const texts = flows.flatMap(({ flow }) => textFormats.filter(isMade).map((format) => artifactPath(flow, format)));
  return {
    makesText: (path: string): boolean => texts.includes(path),
    // An id holds no dot: `<id>.svg`, `<id>.dark.svg`, `<id>.slide-01.png`.
    makesPicture: (path: string): boolean =>
      flows.some(({ flow }) => path.startsWith(`${flow.id}.`)) &&
      pictureFormats.some((format) => path.endsWith(`.${format}`) && isMade(format)),
  };
}

/** Names of the pictures in a folder, ours or not. */
export function picturesIn(folder: string, files: Files): readonly string[] {
  if (!files.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return files.readdirSync(folder, { encoding: 'utf8' }).filter((name) => formatOf(name) !== undefined);
}

const formatOf = (name: string): PictureFormat | undefined =>
  pictureFormats.find((format) => name.endsWith(`.${format}`));

/** Null for a picture that is not ours, or not there. */
export function stampOf(file: string, { files }: World): Stamp | null {
  const format = formatOf(file);
  if (!format || !files.statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return readStamp(format, files.readFileSync(file));
}
