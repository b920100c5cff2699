/** Opens output folders, each once. */
import { resolve } from 'node:path';
import { idOf, readManifest, stampedFilesIn } from '../output/index.js';
import { DEFAULT_OUT } from '../project/index.js';
import type { Project } from '../project/index.js';
import type { World } from '../world/index.js';
import { memoize } from '../../source/index.js';
import type { FilledFolder } from './finding.js';

/** Gives the output folder of a project. */
export type OpenFolder = (project: Pick<Project, 'options'>) => FilledFolder;

export function openFolders(world: World): OpenFolder {
  const open = memoize((folder) => readFolder(folder, world));
  return ({ options: { out = DEFAULT_OUT } }) => open(resolve(world.cwd, out));
}

function readFolder(folder: string, world: World): FilledFolder {
  const manifest = readManifest(folder, world);
  return {
    folder,
    manifest,
    listed: groupById([...manifest.keys()]),
    stamped: groupById(stampedFilesIn(folder, world.files)),
  };
}

function groupById(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const id = idOf(path);
    const group = groups.get(id);
    if (group) group.push(path);
    else groups.set(id, [path]);
  }
  return groups;
}
