/** Where projects end: links that lead out of them are not followed, so that a checkout shows nothing of the machine it is on. */
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { configIn } from './find-configs.js';

export interface Boundary {
  /** The real paths of the folders to which links in a folder (absolute) may lead: its project, and its package. */
  readonly rootsOf: (folder: string) => readonly string[];
  /** Whether links on the way to a file or folder (absolute) lead out of its project, and out of `folder`, which may be a link. */
  readonly leadsOut: (file: string, folder?: string) => boolean;
}

export const LEADS_OUT = 'is a link that leads out of the project';

export function openBoundary(world: Pick<World, 'cwd' | 'files'>): Boundary {
  const roots = (folder: string, path: string): readonly string[] =>
    [projectOf(folder, world), packageOf(path)].flatMap((root) => (root === null ? [] : realPaths(root, world)));
  return {
    rootsOf: (folder) => roots(folder, folder),
    leadsOut: (file, folder) =>
      isOutside(
        file,
        [...roots(dirname(file), file), ...(folder === undefined ? [] : realPaths(folder, world))],
        world,
      ),
  };
}

/** Whether a file or folder is really in none of these folders. One of which nothing can be learned is reported when it is read. */
export const isOutside = (file: string, roots: readonly string[], world: Pick<World, 'files'>): boolean =>
  realPaths(file, world).some((real) => !roots.some((root) => isWithin(root, real)));

/**
 * The repository around a folder; without one, the highest folder around it that has a configuration or is the working folder; else itself.
 */
function projectOf(folder: string, { cwd, files }: Pick<World, 'cwd' | 'files'>): string {
  let top = folder;
  for (let each = folder; ; each = dirname(each)) {
    if (isThere(`${each}${sep}.git`, { files })) return each;
    if (each === cwd || configIn(each, files) !== null) top = each;
    if (dirname(each) === each) return top;
  }
}

/** The package in node_modules/ around a folder: package managers link it to where it really is. */
const packageOf = (folder: string): string | null =>
  /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^@\\/][^\\/]*/.exec(folder)?.[0] ?? null;

/** The real path; none of what is not there, or can't be reached. */
export function realPaths(path: string, { files }: Pick<World, 'files'>): readonly string[] {
  try {
    return [files.realpathSync(path)];
  } catch {
    return [];
  }
}

/** Whether a path is a folder, or in it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
