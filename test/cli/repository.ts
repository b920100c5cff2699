/** A world in a repository of git, with git itself. */
import { runGit } from '../../src/cli/world/git.js';
import { tempWorld } from './temp-world.js';
import type { TempWorld, TempWorldOptions } from './temp-world.js';

export interface Repository extends TempWorld {
  /** Runs git with words separated by blanks, and returns what it prints; throws if it fails. */
  do(words: string): string;
  /** Adds and commits all files. */
  commit(): void;
}

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];

/** `files`: the first commit, on the branch main. */
export function repository(files: Readonly<Record<string, string>>, options: TempWorldOptions = {}): Repository {
  const world = tempWorld({ git: runGit, ...options });
  const command = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = runGit([...identity, ...args], world.cwd);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const commit = () => {
    command('add', '--all');
    command('commit', '--quiet', '--message', 'A change');
  };
  command('init', '--quiet', '--initial-branch', 'main');
  for (const [name, content] of Object.entries(files)) world.write(name, content);
  commit();
  return { ...world, do: (words) => command(...words.split(' ')), commit };
}
