/** Finds the files that the paths of a command line select. */
import { join, relative, resolve, sep } from 'node:path';
import { explainFileError, fileDiagnostic, statsOf } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import { documentEndings, documentKind } from '../../docs/index.js';
import { diagramEndings, isDiagramFile, notations } from '../../import/index.js';
import { didYouMean } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';

export const STDIN = '-';
export const DEFAULT_FOLDER = 'flows';

/** The kind of files to select in folders and globs; a named file is always taken. */
export interface FileKind {
  readonly fits: (file: string) => boolean;
  /** Whether a folder with this name is searched. */
  readonly isSearched: (folder: string) => boolean;
  /** `flow file` */
  readonly name: string;
  /** The hint if no file is found. */
  readonly hint: string;
}

interface FoundFiles {
  /** Absolute paths without duplicates, in the given order; `-` for standard input. */
  readonly files: readonly string[];
  /** The paths at which there is no file. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that begin with `_`, and those in shared/, are includes. */
export const flowFiles: FileKind = {
  fits: (file) =>
    /[\\/](?!authflow\.config\.)[^._\\/][^\\/]*\.ya?ml$/.test(file) && !/[\\/]shared[\\/][^\\/]*$/.test(file),
  isSearched: (folder) => !/^(shared|node_modules|[._].*)$/.test(folder),
  name: 'flow file',
  hint: 'flow files end in .yaml or .yml; names that start with "_" and folders named "shared" are for includes',
};

/** Finds the files for every path, or reports why there are none. Without paths, searches flows/. */
export async function findFiles(
  paths: readonly string[],
  world: World,
  kind: FileKind = flowFiles,
): Promise<FoundFiles> {
  const files = new Map<string, string>();
  const missing: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths.length === 0 ? [DEFAULT_FOLDER] : paths) {
    const { files: there = [], isMissing = false, diagnostic } = await findPath(path, world, kind);
    if (diagnostic) diagnostics.push(diagnostic);
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
  if (!files.statSync(folder, { throwIfNoEntry: false })) return new Map();
  return new Map(
    listFiles(folder, files, flowFiles).map((file) => [relative(folder, file).replace(/\.ya?ml$/, ''), file]),
  );
}

/** Whether the default folder exists. */
export function hasDefaultFolder({ cwd, files }: World): boolean {
  return statsOf(join(cwd, DEFAULT_FOLDER), { files })?.isDirectory() ?? false;
}

/** The path for messages: relative to the working folder, with `/`. */
export function displayPath(file: string, { cwd }: Pick<World, 'cwd'>): string {
  return (relative(cwd, file) || '.').split(sep).join('/');
}

interface FoundPath {
  readonly files?: readonly string[];
  readonly isMissing?: boolean;
  readonly diagnostic?: Diagnostic;
}

async function findPath(path: string, world: World, kind: FileKind): Promise<FoundPath> {
  if (path === STDIN) return { files: [STDIN] };
  const file = resolve(world.cwd, path);
  try {
    const stats = world.files.statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return orNone(listFiles(file, world.files, kind), path, 'contains', kind);
    if (stats) return { files: [file] };
  } catch (error) {
    return { diagnostic: fileDiagnostic('readable-files', path, `can't be read: ${explainFileError(error)}`) };
  }
  if (/[*?[\]{}!]/.test(path)) return orNone(await expandGlob(path, world, kind), path, 'matches', kind);
  const flows = shippedFlows(world);
  const shipped = flows.get(path);
  return shipped === undefined ? nothingThere(path, [...flows.keys()]) : { files: [shipped] };
}

async function expandGlob(pattern: string, { cwd }: World, kind: FileKind): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern, { cwd, absolute: true, expandDirectories: false });
  return found
    .map((file) => resolve(file))
    .filter(kind.fits)
    .sort();
}

function listFiles(folder: string, files: Files, kind: FileKind): string[] {
  const entries = files.readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return kind.isSearched(entry.name) ? listFiles(path, files, kind) : [];
      return kind.fits(path) ? [path] : [];
    });
}

function orNone(files: string[], path: string, verb: string, { name, hint }: FileKind): FoundPath {
  return files.length > 0 ? { files } : nothing(path, `${verb} no ${name}`, hint);
}

const nothing = (path: string, message: string, hint?: string): FoundPath => ({
  isMissing: true,
  diagnostic: fileDiagnostic('readable-files', path, message, hint),
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

export const documentFiles: FileKind = {
  fits: (file) => documentKind(file) !== null,
  isSearched: (folder) => !/^(?:node_modules|\..*)$/.test(folder),
  name: 'document',
  hint: `they end in ${documentEndings.join(', ')}`,
};

export const diagramFiles: FileKind = {
  fits: isDiagramFile,
  isSearched: documentFiles.isSearched,
  name: `${[...notations.map(({ name }) => name), 'Markdown'].join(', ')} or AsciiDoc file`,
  hint: `they end in ${diagramEndings.slice(0, -1).join(', ')} or ${diagramEndings.at(-1) ?? ''}`,
};
