/** Decides to which flows and projects changed files belong. */
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Request } from '../grammar/index.js';
import type { World } from '../world/index.js';
import { changedSince } from './changed-files.js';
import type { CompiledSource } from './compile-flows.js';
import { DEFAULT_OUT, pathAt } from './config/index.js';
import type { Project } from './config/index.js';
import { configNames } from './find-configs.js';

type Touched = Pick<CompiledSource, 'source' | 'lookedFor' | 'flow'>;

export interface Changes {
  /** The files, absolute; some may be deleted. */
  readonly files: ReadonlySet<string>;
  /** Whether one of them is an input or an output of a flow, or changes its project. */
  readonly touch: (compiled: Touched, project: Project) => boolean;
  /**
   * Whether one changes a whole project: its configuration, its templates, themes and words, or which authflow is installed. `file`: a
   * file of the project, because its own configuration may be new or gone.
   */
  readonly touchProject: (project: Pick<Project, 'config' | 'options' | 'templates'>, file: string) => boolean;
}

/** What `--since` asks for; null where it is not given. */
export const changesSince = ({ since }: Request['options'], world: World): Changes | null =>
  since === undefined ? null : openChanges(changedSince(since, world), world);

/** `changed`: absolute paths. */
export function openChanges(changed: Iterable<string>, world: Pick<World, 'cwd' | 'files'>): Changes {
  const files = new Set(changed);
  const list = [...files];
  const absolute = (path: string) => resolve(world.cwd, path);
  const ofProjects = list.flatMap((path) => folderOf(path) ?? []);
  const touchProject: Changes['touchProject'] = ({ config, options, templates }, file) => {
    const folders = [config.folder, dirname(absolute(file))].map((folder) => folder + sep);
    const designs = templates.map((folder) => absolute(folder) + sep);
    return (
      [...config.files, options.baseline ?? [], config.words.map((words) => pathAt(words, world))]
        .flat()
        .some((path) => files.has(absolute(path))) ||
      list.some((path) => designs.some((folder) => path.startsWith(folder))) ||
      ofProjects.some((above) => folders.some((folder) => folder.startsWith(above + sep)))
    );
  };
  const touch: Changes['touch'] = ({ source, lookedFor, flow }, project) => {
    const out = absolute(project.options.out ?? DEFAULT_OUT);
    const isOutput = (path: string) =>
      flow !== null && dirname(path) === out && basename(path).startsWith(`${flow.id}.`);
    return (
      [...lookedFor].some((path) => placesOf(absolute(path), world).some((place) => files.has(place))) ||
      list.some(isOutput) ||
      touchProject(project, source.path)
    );
  };
  return { files, touch, touchProject };
}

/** Configurations, and the files that decide which authflow is installed; `init --ci` writes some of them. */
const projectFiles: ReadonlySet<string> = new Set([
  ...configNames,
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  '.gitlab-ci.yml',
  '.pre-commit-config.yaml',
]);

const workflow = join('.github', 'workflows', 'authflow.yml');

/** The folder in and below which such a file counts; null for another file. */
function folderOf(path: string): string | null {
  if (projectFiles.has(basename(path))) return dirname(path);
  return path.endsWith(sep + workflow) ? path.slice(0, -workflow.length - 1) : null;
}

/** A file, and where its symbolic link leads. */
function placesOf(file: string, { files }: Pick<World, 'files'>): readonly string[] {
  try {
    return [file, files.realpathSync(file)];
  } catch {
    return [file];
  }
}
