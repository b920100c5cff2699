/** Asks git what changed since a commit: the meaning of `--since`. */
import { dirname, join, resolve } from 'node:path';
import { MOST_BYTES } from '../../files/index.js';
import { statsOf, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';

type Git = (...args: readonly string[]) => ReturnType<World['git']>;

/**
 * The files, absolute, that differ between the working folder and the commit where HEAD left `ref`: changed, new and deleted,
 * committed or not; not those that git ignores. Throws a UsageError where git can't say.
 */
export function changedSince(ref: string, { cwd, git }: Pick<World, 'cwd' | 'git'>): ReadonlySet<string> {
  const here: Git = (...args) => git(args, cwd);
  const root = resolve(cwd, answerOf(here('rev-parse', '--show-cdup'), ref));
  const base = baseOf(ref, here);
  const inRoot: Git = (...args) => git(args, root);
  const listed = [
    inRoot('-c', 'diff.relative=false', 'diff', '--no-ext-diff', '--no-renames', '--name-only', '-z', base, '--'),
    inRoot('ls-files', '--others', '--exclude-standard', '-z'),
  ];
  return new Set(listed.flatMap((answer) => splitNames(answerOf(answer, ref))).map((path) => resolve(root, path)));
}

/** Whether git knows files that are not there, so that they were deleted. `path`: of a file or folder, or a glob. */
export function isDeleted(path: string, { cwd, git }: Pick<World, 'cwd' | 'git'>): boolean {
  const known = git(['--glob-pathspecs', 'rev-list', '--all', '--max-count=1', '--', path], cwd);
  return known.status === 0 && known.stdout !== '';
}

/** Which of these files, absolute, git ignores; none where there is no repository, or git would read without end. */
export function ignoredFiles(
  files: readonly string[],
  { cwd, git, ...world }: Pick<World, 'cwd' | 'git' | 'files'>,
): ReadonlySet<string> {
  const lists = new Set(files.flatMap((file) => foldersAround(file).map((folder) => join(folder, '.gitignore'))));
  const isReadable = (list: string) => {
    const stats = statsOf(list, world);
    return !stats || (stats.isFile() && stats.size <= MOST_BYTES);
  };
  if (files.length === 0 || ![...lists].every(isReadable)) return new Set();
  const { status, stdout } = git(['check-ignore', '-z', '--stdin'], cwd, files.join('\0'));
  return new Set(status === 0 ? splitNames(stdout) : []);
}

const foldersAround = (path: string): readonly string[] =>
  dirname(path) === path ? [] : [dirname(path), ...foldersAround(dirname(path))];

const splitNames = (listed: string): readonly string[] => listed.split('\0').filter((name) => name !== '');

/** The newest commit that both histories have, so that changes on the other branch don't count. */
function baseOf(ref: string, git: Git): string {
  if (ref.startsWith('-') || commitOf(ref, git) === null) throw unknownCommit(ref, git);
  const { status, stdout } = git('merge-base', ref, 'HEAD');
  if (status === 0) return stdout.trim();
  if (isShallow(git)) throw new UsageError(`--since ${ref}: this clone does not reach back to it; ${deepen}`);
  throw new UsageError(`--since ${ref}: it has no commit in common with HEAD`);
}

const commitOf = (ref: string, git: Git): string | null => {
  const { status, stdout } = git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  return status === 0 ? stdout.trim() : null;
};

function unknownCommit(ref: string, git: Git): UsageError {
  const remote = `origin/${ref}`;
  if (!ref.startsWith('-') && commitOf(remote, git) !== null)
    return new UsageError(`--since ${ref}: there is no such branch here; did you mean ${remote}?`);
  const what = `--since ${ref}: git knows no such commit, branch or tag`;
  return new UsageError(isShallow(git) ? `${what}, and this clone does not have the whole history; ${deepen}` : what);
}

const isShallow = (git: Git): boolean => git('rev-parse', '--is-shallow-repository').stdout.trim() === 'true';

const deepen =
  'get the history with: git fetch --unshallow (in GitHub Actions: "fetch-depth: 0" for actions/checkout; in GitLab CI: GIT_DEPTH: "0")';

function answerOf({ status, stdout, stderr }: ReturnType<World['git']>, ref: string): string {
  if (status === 0) return stdout.replace(/\r?\n$/, '');
  if (status === null) throw new UsageError(`--since ${ref} asks git, which is not installed`);
  if (stderr.includes('not a git repository'))
    throw new UsageError(`--since ${ref}: this folder is in no git repository`);
  throw new UsageError(`--since ${ref}: git says: ${stderr.trim()}`);
}
