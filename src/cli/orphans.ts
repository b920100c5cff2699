/** Output of ours that no flow makes any more. Other people's files are none: texts are told by the manifest, pictures by their stamps. */
import { join } from 'node:path';
import { artifactPath } from '../compile.js';
import { picturesIn, stampOf } from './check/compare-pictures.js';
import type { OutputFolder } from './check/compare-texts.js';
import { linesOf } from './manifest.js';
import type { OpenProject } from './open-flows.js';
import { pictureFormats, textFormats } from './options.js';
import type { OutputFormat } from './options.js';
import { readText } from './read-flows.js';
import type { World } from './world.js';

export interface Orphan {
  /** In the output folder. */
  readonly path: string;
  /** Whether somebody changed it since, so that it is not only ours. */
  readonly isEdited: boolean;
}

export async function findOrphans(
  { flows, config, options }: OpenProject,
  { folder, manifest }: OutputFolder,
  world: World,
): Promise<readonly Orphan[]> {
  // What the command line asks for this time says nothing of what was made before.
  const formats = config.shape.formats && [
    ...config.shape.formats.map(({ value }) => value),
    ...(options.format ?? []),
  ];
  const isMade = (format: OutputFormat) => formats?.includes(format) ?? true;
  const texts = flows.flatMap(({ flow }) => textFormats.filter(isMade).map((format) => artifactPath(flow, format)));
  const orphans: Orphan[] = [];
  for (const [path, lines] of manifest) {
    if (texts.includes(path) || !world.files.statSync(join(folder, path), { throwIfNoEntry: false })) continue;
    const read = readText(join(folder, path), world);
    orphans.push({ path, isEdited: !('source' in read) || linesOf(read.source.text, lines).length === 0 });
  }
  for (const path of picturesIn(folder, world.files)) {
    // An id holds no dot: `<id>.svg`, `<id>.dark.svg`, `<id>.slide-01.png`.
    const isOfFlow = flows.some(({ flow }) => path.startsWith(`${flow.id}.`));
    const isStillMade = isOfFlow && pictureFormats.some((format) => path.endsWith(`.${format}`) && isMade(format));
    if (!isStillMade && (await stampOf(join(folder, path), world))) orphans.push({ path, isEdited: false });
  }
  return orphans;
}
