/** Searches folders and globs for files. Links that lead out of the project are not followed. */
import type { Dirent, readdir } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Files, World } from '../world/index.js';
import { isOutside, realPaths } from './boundary.js';
import type { Boundary } from './boundary.js';
import type { FileKind } from './file-kinds.js';

export interface Search {
  readonly world: World;
  readonly kind: FileKind;
  readonly boundary: Boundary;
  /** Whether a user names the folder, who may name a link to anywhere. */
  readonly isAsked: boolean;
}

export interface Found {
  readonly files: readonly string[];
  /** Files that are links out of the project. */
  readonly refused: readonly string[];
}

/** `folder`: absolute. Links to folders are not followed. */
export function searchFolder(folder: string, search: Search): Found {
  const { world, kind } = search;
  return sortOut(listFiles(folder, world.files, kind), rootsOf(folder, search), world);
}

/** Links to folders of the project are followed; packages are searched where the glob names node_modules/. */
export async function searchGlob(pattern: string, search: Search): Promise<Found> {
  const { world, kind } = search;
  const roots = rootsOf(resolve(world.cwd, globBase(pattern)), search);
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern, {
    cwd: world.cwd,
    absolute: true,
    expandDirectories: false,
    ignore: pattern.includes('node_modules') ? [] : ['**/node_modules/**'],
    fs: { readdir: readdirWithin(roots, world) },
  });
  const files = found.map((file) => resolve(file)).filter(kind.fits);
  return sortOut(files.sort(), roots, world);
}

/** The folder below which a glob searches: `docs/` of `docs/*.yaml`. */
export const globBase = (path: string): string => (isGlob(path) ? (/^[^*?[\]{}!]*[\\/]/.exec(path)?.[0] ?? '.') : path);

export const isGlob = (path: string): boolean => /[*?[\]{}!]/.test(path);

const rootsOf = (folder: string, { boundary, isAsked, world }: Search): readonly string[] => [
  ...boundary.rootsOf(folder),
  ...(isAsked ? realPaths(folder, world) : []),
];

function sortOut(files: readonly string[], roots: readonly string[], world: World): Found {
  const isLink = (file: string) => world.files.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const refused = files.filter((file) => isLink(file) && isOutside(file, roots, world));
  // A circle of links leads to each of them twice.
  const once = new Map(refused.toReversed().map((file) => [realPaths(file, world).join(), file]));
  return { files: files.filter((file) => !refused.includes(file)), refused: [...once.values()].reverse() };
}

export function listFiles(folder: string, files: Files, kind: FileKind): string[] {
  const entries = files.readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return kind.isSearched(entry.name) ? listFiles(path, files, kind) : [];
      return kind.fits(path) ? [path] : [];
    });
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/** Like Node's, but lists nothing of a folder outside of these. */
const readdirWithin = (roots: readonly string[], world: World): typeof readdir =>
  ((folder: string, options: { readonly withFileTypes: true }, done: Listed) => {
    try {
      done(null, isOutside(folder, roots, world) ? [] : world.files.readdirSync(folder, options));
    } catch (error) {
      done(error as NodeJS.ErrnoException, []);
    }
  }) as unknown as typeof readdir;
