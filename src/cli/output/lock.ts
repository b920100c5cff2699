/** One run at a time at what several runs change. */
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../world/index.js';
import type { Files, Processes, World } from '../world/index.js';
import { isLeft, markOf } from './leftovers.js';

/** Milliseconds. */
const PAUSE = 10;
/**
 * A lock that stays for so many pauses is left from a run that died, on another machine maybe: no work below takes as long,
 * a patient rename included.
 */
const PATIENCE = 200;

/** Works while `lock`, a file that is there only then, is ours. Where no file can be made, the work itself says why. */
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
    const current = readLock(lock, files);
    pauses = current === holder ? pauses + 1 : 0;
    holder = current;
    if ((pauses >= PATIENCE || isLeft(current, processes)) && !removeLock(lock, files)) return;
    await sleep(PAUSE);
  }
}

/** Not a lock that another run took, since we held ours for too long. */
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
