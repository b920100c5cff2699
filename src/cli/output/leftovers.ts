/** Files of ours that are there for a moment only, and stay where a run dies: each says whose it is. */
import { join } from 'node:path';
import type { Files, Processes, World } from '../world/index.js';

/** `4711-k2j9x`: the process, and a word of its own. */
export const markOf = ({ own }: Processes): string => `${own}-${Math.random().toString(36).slice(2)}`;

/**
 * Whether the process of a mark has ended. Of one on another machine, as a shared folder may have it, nothing can be said:
 * what it writes next is written again.
 */
export function isLeft(mark: string, { isRunning }: Processes): boolean {
  const [, pid] = /^(\d+)-\w+$/.exec(mark) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
}

export const temporaryName = (name: string, processes: Processes): string =>
  `.${name}.authflow-${markOf(processes)}.tmp`;

const swept = new WeakMap<Files, Set<string>>();

/** Removes, once a run, the temporary files in a folder that runs left which died. */
export function sweepFolder(folder: string, { files, processes }: Pick<World, 'files' | 'processes'>): void {
  const known = swept.get(files) ?? new Set<string>();
  swept.set(files, known);
  if (known.has(folder)) return;
  known.add(folder);
  for (const name of files.readdirSync(folder, { encoding: 'utf8' })) {
    const [, mark] = /^\..+\.authflow-(\d+-\w+)\.tmp$/.exec(name) ?? [];
    if (mark !== undefined && isLeft(mark, processes)) files.rmSync(join(folder, name), { force: true });
  }
}
