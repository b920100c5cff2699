/** Finds the parts of pictures that a flow had when it was longer, or for other paper. */
import { join } from 'node:path';
import { isPart } from '../../model/index.js';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { linesOf } from './manifest.js';
import type { OutputFolder } from './manifest.js';
import { formatOf, idOf, stampedFilesIn, stampOf } from './orphans.js';
import type { Orphan } from './orphans.js';
import { readBytes } from './write-output.js';

/** `planned`: the files that the flow has now, in formats of which all parts are planned. */
export function findFormerParts(
  id: string,
  planned: readonly string[],
  { folder, manifest }: OutputFolder,
  world: World,
): readonly Orphan[] {
  const formats = new Set(planned.filter(isPart).map((path) => formatOf(path.slice(id.length))));
  if (formats.size === 0) return [];
  const isFormer = (path: string): boolean =>
    idOf(path) === id && isPart(path) && formats.has(formatOf(path.slice(id.length))) && !planned.includes(path);
  const found = new Set([...manifest.keys(), ...stampedFilesIn(folder, world.files)].filter(isFormer));
  return [...found].flatMap((path): readonly Orphan[] => {
    const file = join(folder, path);
    if (!isThere(file, world)) return [];
    const lines = manifest.get(path);
    if (!lines) return stampOf(file, world) === null ? [] : [{ path, isEdited: false }];
    const content = readBytes(file, world);
    return [{ path, isEdited: content === null || linesOf(content, lines).length === 0 }];
  });
}
