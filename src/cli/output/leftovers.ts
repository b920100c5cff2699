/** Temporary files, which stay behind if a run dies. Each is marked with its process. */
import { join } from 'node:path';
import { isLeft, markOf } from '../../files/index.js';
import type { Processes } from '../../files/index.js';
import type { Files, World } from '../world/index.js';

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
