/** Opens folders that no other user can write to, because authflow executes what it finds there. */
import * as fs from 'node:fs';
import { chmod, lstat, mkdtemp, rmdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { makeFolder } from '../files/index.js';
import { firstLine, RasterFailure } from '../peers/index.js';
import { makeTemporaryFolder, type TemporaryWorld } from './temporary-folders.js';

export interface CacheWorld extends TemporaryWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export interface CacheFolder {
  readonly path: string;
  /** Removes it, where no permanent folder was available. Never throws. */
  readonly discard: () => Promise<void>;
}

/**
 * $XDG_CACHE_HOME/authflow, otherwise ~/.cache/authflow, otherwise a temporary folder of this user.
 *
 * @throws RasterFailure `no-browser`: none of them can be written
 */
export async function openCacheFolder(world: CacheWorld): Promise<CacheFolder> {
  const { env, home, temporary, uid } = world;
  const places = [
    // The specification says that a relative path is to be ignored.
    ...[env.XDG_CACHE_HOME ?? '', home === '' ? '' : join(home, '.cache')]
      .filter(isAbsolute)
      .map((p) => join(p, 'authflow')),
    join(temporary, `authflow-${uid ?? 'user'}`),
  ];
  for (const path of places) if (await claimFolder(path, uid)) return { path, discard: () => Promise.resolve() };
  try {
    const { path, remove } = await makeTemporaryFolder('cache', world);
    return { path, discard: remove };
  } catch (thrown) {
    throw new RasterFailure(
      'no-browser',
      `the browser needs a folder for its files: ${firstLine(thrown)}\nset TMPDIR to a folder that can be written`,
      thrown,
    );
  }
}

/** Creates the folder if necessary. True if it is this user's own (no link to another), closed to others, and writable. */
async function claimFolder(path: string, uid: number | undefined): Promise<boolean> {
  try {
    makeFolder(path, fs, 0o700);
    const found = await lstat(path);
    if (!found.isDirectory() || (uid !== undefined && found.uid !== uid)) return false;
    if ((found.mode & 0o022) !== 0) return false; // Others could write here, so its contents can't be trusted.
    if ((found.mode & 0o777) !== 0o700) await chmod(path, 0o700);
    // For root, access(2) reports a read-only mount as writable, so create something.
    await rmdir(await mkdtemp(join(path, '.probe-')));
    return true;
  } catch {
    return false;
  }
}

/** True for a folder or regular file (no link) that is this user's own and that nobody else can write. */
export async function isPrivate(path: string, kind: 'folder' | 'file', uid: number | undefined): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (!found || !(kind === 'folder' ? found.isDirectory() : found.isFile())) return false;
  return (uid === undefined || found.uid === uid) && (found.mode & 0o022) === 0;
}
