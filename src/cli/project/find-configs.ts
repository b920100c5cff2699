/** Finds configuration files. */
import { dirname, join } from 'node:path';
import { isTaken, isThere } from '../world/index.js';
import type { Files, World } from '../world/index.js';

export const configNames = ['authflow.config.yaml', 'authflow.config.yml'] as const;

/** The configuration file of a folder, absolute; null where it has none. What has its name and is no file is found, too, and reported. */
export function configIn(folder: string, files: Files): string | null {
  const candidates = configNames.map((name) => join(folder, name));
  return candidates.find((file) => isTaken(file, { files })) ?? null;
}

/** Finds the nearest configuration file at or above a folder, within the repository. Remembers what it has seen. */
export function nearestConfigs({ files }: Pick<World, 'files'>): (folder: string) => string | null {
  const known = new Map<string, string | null>();
  const nearest = (folder: string): string | null => {
    const seen = known.get(folder);
    if (seen !== undefined) return seen;
    const found = configIn(folder, files) ?? (isTop(folder, files) ? null : nearest(dirname(folder)));
    known.set(folder, found);
    return found;
  };
  return nearest;
}

/** Folders above a repository don't belong to the project; a worktree's `.git` is a file. */
const isTop = (folder: string, files: Files): boolean =>
  dirname(folder) === folder || isThere(join(folder, '.git'), { files });

/** Whether there is a configuration for the working folder, or below it. */
export const hasConfig = ({ cwd, files }: World): boolean =>
  nearestConfigs({ files })(cwd) !== null || configsBelow(cwd, files).length > 0;

/** Every configuration file below a folder, not in it, in the order of their paths. */
export function configsBelow(folder: string, files: Files): readonly string[] {
  return subfolders(folder, files).flatMap((inner) =>
    [configIn(inner, files) ?? [], configsBelow(inner, files)].flat(),
  );
}

function subfolders(folder: string, files: Files): readonly string[] {
  try {
    return files
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(?:node_modules|\..*)$/.test(entry.name))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    // An unreadable folder contains no project of ours.
    return [];
  }
}
