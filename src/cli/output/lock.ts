/** A lock for work that only one run may do at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isLeft, markOf } from '../../files/index.js';
import type { Processes } from '../../files/index.js';
import { codeOf } from '../world/index.js';
import type { Files, World } from '../world/index.js';

/** In milliseconds. */
const PAUSE = 10;
/**
 * A lock that stays for this many pauses was left by a run that died, perhaps on another machine: no work below takes that long,
 * not even a rename with retries.
 */
const PATIENCE = 200;

/** Does the work while holding `lock`, a file that exists only meanwhile. If it can't be created, the work itself reports why. */
export async function whileLocked<T>(
  lock: string,
  { files, processes }: Pick<World, 'files' | 'processes'>,
  work: () => Promise<T>,
): Promise<T> {
  const token = markOf(processes);
  await takeLock(lock, token, files, processes);
  try {
    return await work();
  } finally {
    releaseLock(lock, token, files);
  }
}

async function takeLock(lock: string, token: string, files: Files, processes: Processes): Promise<void> {
  let [holder, pauses] = ['', 0];
  for (;;) {
    try {
      files.writeFileSync(lock, token, { flag: 'wx' });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return;
    }
    // Of another than a regular file nobody knows what it is for: it stays.
    if (files.lstatSync(lock, { throwIfNoEntry: false })?.isFile() === false) return;
    const current = readLock(lock, files);
    pauses = current === holder ? pauses + 1 : 0;
    holder = current;
    if ((pauses >= PATIENCE || isLeft(current, processes)) && !removeLock(lock, files)) return;
    await sleep(PAUSE);
  }
}

/** Does not release a lock that another run took because we held ours for too long. */
function releaseLock(lock: string, token: string, files: Files): void {
  if (readLock(lock, files) === token) removeLock(lock, files);
}

function readLock(lock: string, files: Files): string {
  try {
    return files.readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

function removeLock(lock: string, files: Files): boolean {
  try {
    files.rmSync(lock, { force: true });
    return true;
  } catch {
    return false;
  }
}
