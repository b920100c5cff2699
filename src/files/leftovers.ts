/** What stays behind if a run dies: temporary files and folders, each marked with its process. */

export interface Processes {
  /** The id of this process. */
  readonly own: number;
  readonly isRunning: (id: number) => boolean;
}

export const thisProcess: Processes = { own: process.pid, isRunning };

/** Signal 0 only tests: it is never delivered, and EPERM means that the process exists (kill(2)). */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** `4711-k2j9x`: the process id, and a random word. */
export const markOf = ({ own }: Processes): string => `${own}-${Math.random().toString(36).slice(2)}`;

/**
 * Whether the process of a mark has ended. A process on another machine (in a shared folder) can be misjudged:
 * then it makes its next file or folder again.
 */
export function isLeft(mark: string, { isRunning }: Processes): boolean {
  const [, pid] = /^(\d+)-\w+$/.exec(mark) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
}
