/** From the paths of a command line to the flow files that they mean. */
import { join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import { didYouMean } from '../diagnostic.js';
import { explainFileError, fileDiagnostic } from './file-error.js';
import type { Files, World } from './world.js';

export const STDIN = '-';
const DEFAULT_FOLDER = 'flows';

export interface FoundFlows {
  /** Absolute, each file once, in the order that was asked for; `-` for standard input. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds something for every path, or says why not; without paths, looks in flows/. */
export async function findFlows(paths: readonly string[], world: World): Promise<FoundFlows> {
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths.length === 0 ? [DEFAULT_FOLDER] : paths) {
    const found = await findPath(path, world);
    if (!Array.isArray(found)) {
      diagnostics.push(found);
      continue;
    }
    for (const file of found) {
      const identity = identityOf(file, world.files);
      if (!files.has(identity)) files.set(identity, file);
    }
  }
  return { files: [...files.values()], diagnostics };
}

/** The flows that come with the package, by id. */
export function shippedFlows({ packageRoot, files }: World): ReadonlyMap<string, string> {
  const folder = join(packageRoot, 'flows');
  if (!files.statSync(folder, { throwIfNoEntry: false })) return new Map();
  return new Map(listFlows(folder, files).map((file) => [relative(folder, file).replace(/\.ya?ml$/, ''), file]));
}

/** Whether there is a folder to look in when no path is given. */
export function hasDefaultFolder({ cwd, files }: World): boolean {
  return files.statSync(join(cwd, DEFAULT_FOLDER), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** As messages print it: relative to the working folder, with `/`. */
export function displayPath(file: string, { cwd }: World): string {
  return (relative(cwd, file) || '.').split(sep).join('/');
}

async function findPath(path: string, world: World): Promise<string[] | Diagnostic> {
  if (path === STDIN) return [STDIN];
  const file = resolve(world.cwd, path);
  try {
    const stats = world.files.statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return orNone(listFlows(file, world.files), path, 'holds no flow file');
    if (stats) return [file];
  } catch (error) {
    return fileDiagnostic('readable-files', path, `can't be read: ${explainFileError(error)}`);
  }
  if (/[*?[\]{}!]/.test(path)) return orNone(await expandGlob(path, world), path, 'matches no flow file');
  const flows = shippedFlows(world);
  const shipped = flows.get(path);
  return shipped === undefined ? nothingThere(path, [...flows.keys()]) : [shipped];
}

async function expandGlob(pattern: string, { cwd }: World): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern, { cwd, absolute: true, expandDirectories: false });
  return found
    .map((file) => resolve(file))
    .filter(isFlow)
    .sort();
}

function listFlows(folder: string, files: Files): string[] {
  const entries = files.readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isSearched(entry.name) ? listFlows(path, files) : [];
      return isFlow(path) ? [path] : [];
    });
}

/** What begins with `_` and what is in shared/ is there to be included. */
const isSearched = (folder: string): boolean => !/^(shared|node_modules|[._].*)$/.test(folder);
const isFlow = (file: string): boolean =>
  /[\\/][^._\\/][^\\/]*\.ya?ml$/.test(file) && !/[\\/]shared[\\/][^\\/]*$/.test(file);

function orNone(files: string[], path: string, message: string): string[] | Diagnostic {
  if (files.length > 0) return files;
  const hint = 'flow files end in .yaml or .yml; names that start with "_" and folders named "shared" are for includes';
  return fileDiagnostic('readable-files', path, message, hint);
}

function nothingThere(path: string, shipped: readonly string[]): Diagnostic {
  if (path === DEFAULT_FOLDER) {
    const hint = 'name flow files or folders, or write a first flow with: authflow init';
    return fileDiagnostic('readable-files', 'flows/', 'no such folder', hint);
  }
  const hint = /[./\\]/.test(path)
    ? undefined
    : `${didYouMean(path, shipped)}shipped flows are listed by: authflow list`;
  return fileDiagnostic('readable-files', path, 'no such file', hint);
}

/** Two paths may lead to one file; a link that leads nowhere is told of when it is read. */
function identityOf(file: string, files: Files): string {
  try {
    return file === STDIN ? STDIN : files.realpathSync(file);
  } catch {
    return file;
  }
}
