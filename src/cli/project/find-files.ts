/** Finds the files that the paths of a command line select. */
import { join, relative, resolve, sep } from 'node:path';
import { explainFileError, fileDiagnostic, isThere, statsOf } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import { didYouMean } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { LEADS_OUT, openBoundary } from './boundary.js';
import type { Boundary } from './boundary.js';
import { flowFiles } from './file-kinds.js';
import type { FileKind } from './file-kinds.js';
import { globBase, isGlob, listFiles, searchFolder, searchGlob } from './search-folder.js';
import type { Found, Search } from './search-folder.js';

export const STDIN = '-';
export const DEFAULT_FOLDER = 'flows';

interface FoundFiles {
  /** Absolute paths without duplicates, in the given order; `-` for standard input. */
  readonly files: readonly string[];
  /** The paths at which there is no file. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the files for every path, or reports why there are none. Without paths, searches flows/.
 *
 * @param boundary of the project that names the paths; without one, a user names them
 */
export async function findFiles(
  paths: readonly string[],
  world: World,
  kind: FileKind = flowFiles,
  boundary?: Boundary,
): Promise<FoundFiles> {
  const isAsked = boundary === undefined && paths.length > 0;
  const search = { world, kind, boundary: boundary ?? openBoundary(world), isAsked };
  const files = new Map<string, string>();
  const missing: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths.length === 0 ? [DEFAULT_FOLDER] : paths) {
    const { files: there = [], isMissing = false, diagnostics: own = [] } = await findPath(path, search);
    diagnostics.push(...own);
    if (isMissing) missing.push(path);
    for (const file of there) {
      const identity = identityOf(file, world.files);
      if (!files.has(identity)) files.set(identity, file);
    }
  }
  return { files: [...files.values()], missing, diagnostics };
}

/** Whether a file, absolute, is a flow that comes with the package. */
export const isShipped = (file: string, { packageRoot }: Pick<World, 'packageRoot'>): boolean =>
  file.startsWith(join(packageRoot, 'flows') + sep);

/** The flows that come with the package, by id. */
export function shippedFlows({ packageRoot, files }: World): ReadonlyMap<string, string> {
  const folder = join(packageRoot, 'flows');
  if (!isThere(folder, { files })) return new Map();
  const shipped = listFiles(folder, files, flowFiles);
  return new Map(shipped.map((file) => [relative(folder, file).replace(/\.ya?ml$/, ''), file]));
}

/** Whether the default folder exists. */
export const hasDefaultFolder = (world: World): boolean =>
  statsOf(join(world.cwd, DEFAULT_FOLDER), world)?.isDirectory() ?? false;

/** The path for messages: relative to the working folder, with `/`. */
export function displayPath(file: string, { cwd }: Pick<World, 'cwd'>): string {
  return (relative(cwd, file) || '.').split(sep).join('/');
}

interface FoundPath {
  readonly files?: readonly string[];
  readonly isMissing?: boolean;
  readonly diagnostics?: readonly Diagnostic[];
}

async function findPath(path: string, search: Search): Promise<FoundPath> {
  const { world, boundary, isAsked } = search;
  if (path === STDIN) return { files: [STDIN] };
  const file = resolve(world.cwd, path);
  try {
    const stats = world.files.statSync(file, { throwIfNoEntry: false });
    const place = stats ? file : resolve(world.cwd, globBase(path));
    if (!isAsked && boundary.leadsOut(place)) return { diagnostics: [leadsOut(place, world)] };
    if (stats?.isDirectory()) return orNone(searchFolder(file, search), path, 'contains', search);
    if (stats) return { files: [file] };
  } catch (error) {
    return { diagnostics: [fileDiagnostic('readable-files', path, `can't be read: ${explainFileError(error)}`)] };
  }
  if (isGlob(path)) return orNone(await searchGlob(path, search), path, 'matches', search);
  const flows = shippedFlows(world);
  const shipped = flows.get(path);
  return shipped === undefined ? nothingThere(path, [...flows.keys()]) : { files: [shipped] };
}

function orNone({ files, refused }: Found, path: string, verb: string, { kind, world }: Search): FoundPath {
  if (files.length + refused.length === 0) return nothing(path, `${verb} no ${kind.name}`, kind.hint);
  return { files, diagnostics: refused.map((file) => leadsOut(file, world)) };
}

const leadsOut = (file: string, world: World): Diagnostic =>
  fileDiagnostic('links-stay-inside', displayPath(file, world), LEADS_OUT, COPY);

const COPY = 'put a copy in its place, or name it on the command line';

const nothing = (path: string, message: string, hint?: string): FoundPath => ({
  isMissing: true,
  diagnostics: [fileDiagnostic('readable-files', path, message, hint)],
});

function nothingThere(path: string, shipped: readonly string[]): FoundPath {
  if (path === DEFAULT_FOLDER) {
    const hint = 'name flow files or folders, or write a first flow with: authflow init';
    return nothing('flows/', 'no such folder', hint);
  }
  const hint = /[./\\]/.test(path)
    ? undefined
    : `${didYouMean(path, shipped)}shipped flows are listed by: authflow list`;
  return nothing(path, 'no such file', hint);
}

/** Two paths may lead to the same file. A broken link is reported when it is read. */
function identityOf(file: string, files: Files): string {
  try {
    return file === STDIN ? STDIN : files.realpathSync(file);
  } catch {
    return file;
  }
}
