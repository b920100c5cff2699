/** Runs git, which knows what changed. */
import { spawnSync } from 'node:child_process';
import { codeOf } from '../../files/index.js';

interface GitAnswer {
  /** The exit code; null if git is not installed; 124, as of timeout(1), if it gave no answer. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `input`: its standard input. */
export type RunGit = (args: readonly string[], cwd: string, input?: string) => GitAnswer;

/** A list of a million files is longer than Node's limit of 1 MiB. */
const maxBuffer = 2 ** 30;

/** A pipe in the place of a .gitignore is one that git waits for; in ms. */
const PATIENCE = 30_000;

export const runGit: RunGit = (args, cwd, input = '') => {
  const limits = { maxBuffer, timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd, input, encoding: 'utf8', ...limits });
  if (codeOf(error) === 'ETIMEDOUT') {
    return { status: 124, stdout: '', stderr: `git ${args[0] ?? ''} gave no answer in ${PATIENCE / 1000} s` };
  }
  return error ? { status: null, stdout: '', stderr: error.message } : { status, stdout, stderr };
};
