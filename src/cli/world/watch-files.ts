/** Watches files and signals. Loaded only when a command watches. */
import { once } from 'node:events';
import { basename, dirname, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import type { ChokidarOptions, FSWatcher } from 'chokidar';
import { UsageError } from './exit-code.js';
import { explainFileError } from '../../files/index.js';
import type { Watcher } from './world.js';

/**
 * An editor saves in several steps, and a checkout changes many files, so changes are reported after this many ms without
 * another.
 */
const QUIET = 50;

const signals = ['SIGINT', 'SIGTERM'] as const;

export function watchFiles(): Watcher {
  const changes = new Changes();
  const watchers: FSWatcher[] = [];
  const known = new Set<string>();
  const end = new AbortController();
  const ignoreSignals = () => {
    for (const signal of signals) process.off(signal, endRun);
  };
  const endRun = () => {
    // A second signal ends the run at once. Until then the listener stays, so that others see that the signal is handled.
    setImmediate(ignoreSignals);
    end.abort();
    changes.wake();
  };
  for (const signal of signals) process.on(signal, endRun);

  const start = async (paths: readonly string[], options: ChokidarOptions) => {
    if (paths.length === 0) return;
    const watcher = watch([...paths], { ...options, ignoreInitial: true, ignorePermissionErrors: true });
    watchers.push(watcher);
    watcher.on('all', (event, path) => {
      if (!event.endsWith('Dir')) changes.add(path);
      // A removed folder may come back, as in a checkout.
      if (event === 'unlinkDir' && paths.includes(path)) watcher.add(path);
    });
    watcher.on('error', (error) => changes.fail(error));
    await once(watcher, 'ready').catch((error: unknown) => changes.fail(error));
  };
  const take = (paths: readonly string[]) => paths.filter((path) => !known.has(path) && known.add(path));

  return {
    ended: end.signal,
    add: async ({ files, folders }) => {
      const [newFolders, newFiles] = [take(folders), new Set(take(files))];
      const holders = new Set([...newFiles].map((file) => dirname(file)));
      await start(newFolders, { ignored: (path, stats) => isIgnored(path, stats?.isFile() ?? false, newFolders) });
      // Watch their folders, because a file that is removed and created again is a new file to the system.
      await start([...holders], { depth: 0, ignored: (path) => !newFiles.has(path) && !leadsTo([...holders], path) });
      return newFolders.length + newFiles.size > 0;
    },
    next: () => changes.next(end.signal),
    close: async () => {
      ignoreSignals();
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

/** In folders, only possible flow files, templates and themes count. */
function isIgnored(path: string, isFile: boolean, folders: readonly string[]): boolean {
  if (leadsTo(folders, path)) return false;
  return isFile ? !/\.(?:ya?ml|hbs)$/.test(path) : /^(?:node_modules|\..*)$/.test(basename(path));
}

const leadsTo = (folders: readonly string[], path: string): boolean =>
  folders.some((folder) => folder === path || folder.startsWith(path + sep));

/** Collects the paths that changed since the last call. */
class Changes {
  readonly #paths = new Set<string>();
  #count = 0;
  #failure: unknown;
  #ring: () => void = () => undefined;

  add(path: string): void {
    this.#paths.add(path);
    this.wake();
  }

  fail(error: unknown): void {
    this.#failure = error;
    this.wake();
  }

  wake(): void {
    this.#count += 1;
    this.#ring();
  }

  async next(ended: AbortSignal): Promise<readonly string[] | null> {
    const isIdle = this.#paths.size === 0 && this.#failure === undefined && !ended.aborted;
    if (isIdle) await new Promise<void>((resolve) => (this.#ring = resolve));
    for (let count = -1; count !== this.#count && !ended.aborted;) {
      count = this.#count;
      await sleep(QUIET);
    }
    if (ended.aborted) return null;
    if (this.#failure instanceof Error)
      throw new UsageError(`files can't be watched: ${explainFileError(this.#failure)}`);
    const paths = [...this.#paths];
    this.#paths.clear();
    return paths;
  }
}
