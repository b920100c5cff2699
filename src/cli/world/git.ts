/** Runs git, which knows what changed. */
import { spawnSync } from 'node:child_process';

interface GitAnswer {
  /** The exit code; null if git is not installed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `input`: its standard input. */
export type RunGit = (args: readonly string[], cwd: string, input?: string) => GitAnswer;

/** A list of a million files is longer than Node's limit of 1 MiB. */
const maxBuffer = 2 ** 30;

export const runGit: RunGit = (args, cwd, input = '') => {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd, input, encoding: 'utf8', maxBuffer });
  return error ? { status: null, stdout: '', stderr: error.message } : { status, stdout, stderr };
};
