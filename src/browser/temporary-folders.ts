/** Makes folders for one run of a browser, and removes those of runs that were killed. */
import { rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeft, type Processes } from '../files/index.js';
import { atProcessEnd } from './end-with-process.js';

export interface TemporaryWorld {
  /** The system's folder for temporary files. */
  readonly temporary: string;
  /** This process's user; undefined where the system has no user ids. */
  readonly uid: number | undefined;
  readonly processes: Processes;
}

export interface TemporaryFolder {
  readonly path: string;
  /** Never throws. */
  readonly remove: () => Promise<void>;
}

/** `profile`: of a browser; `cache`: where no permanent folder can be written. */
type Use = 'profile' | 'cache';

/**
 * Makes `authflow-<use>-<process>-<random>`, which is also removed when this process ends, also by a signal.
 *
 * @param beforeRemoval done first when this process ends
 * @throws the errors of the file system
 */
export async function makeTemporaryFolder(
  use: Use,
  { temporary, processes }: TemporaryWorld,
  beforeRemoval: () => void = () => undefined,
): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(temporary, `authflow-${use}-${processes.own}-`));
  const cancel = atProcessEnd(() => {
    beforeRemoval();
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  });
  const remove = async () => {
    await removeFolder(path);
    cancel();
  };
  return { path, remove };
}

/** Removes the folders of runs that were killed, this user's own only. Never throws. */
export async function sweepTemporaryFolders({ temporary, uid, processes }: TemporaryWorld): Promise<void> {
  const names = await readdir(temporary).catch(() => []);
  for (const name of names) {
    const [, mark] = /^authflow-(?:profile|cache)-(\d+-\w+)$/.exec(name) ?? [];
    if (mark === undefined || !isLeft(mark, processes)) continue;
    const path = join(temporary, name);
    const found = await lstat(path).catch(() => null);
    if (found?.isDirectory() && (uid === undefined || found.uid === uid)) await removeFolder(path);
  }
}

/** Processes that were just killed may still close their files. */
const removeFolder = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);
