/** Temporary files, which stay behind if a run dies. Each is marked with its process. */
import { join } from 'node:path';
import type { Files, Processes, World } from '../world/index.js';

/** `4711-k2j9x`: the process id, and a random word. */
export const markOf = ({ own }: Processes): string => `${own}-${Math.random().toString(36).slice(2)}`;

/**
 * Whether the process of a mark has ended. A process on another machine (in a shared folder) can be misjudged:
 * then it writes its next file again.
 */
export function isLeft(mark: string, { isRunning }: Processes): boolean {
  const [, pid] = /^(\d+)-\w+$/.exec(mark) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
}

export const temporaryName = (name: string, processes: Processes): string =>
  `.${name}.authflow-${markOf(processes)}.tmp`;

const swept = new WeakMap<Files, Set<string>>();

/** Removes the temporary files of dead runs from a folder, once per run. */
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
