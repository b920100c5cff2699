/** Reads files, the first step of most commands. */
import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { endless, FileRefusal, MOST_BYTES } from '../../files/index.js';
import { explainFileError, fileDiagnostic } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import { isDiagram, isDiagramFile } from '../../import/index.js';
import { SHIPPED } from '../../resolve/index.js';
import type { ListNames, ReadSource } from '../../resolve/index.js';
import { otherBytes } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import { LEADS_OUT, openBoundary } from './boundary.js';
import { importSources, nothingFound } from './import-sources.js';
import { displayPath, findFiles, shippedFlows, STDIN } from './find-files.js';
import type { FileKind } from './file-kinds.js';

/** A file's text, or a diagnostic. */
type ReadResult = ReadSuccess | { readonly diagnostic: Diagnostic };

interface ReadSuccess {
  readonly source: Source;
  readonly bytes: Buffer;
}

interface ReadFlows {
  readonly sources: readonly Source[];
  /** The paths of all files, readable or not. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads flow files, and diagrams as if they were flow files. `files`: absolute paths, `-` for standard input. */
export async function readFoundFlows(files: readonly string[], world: World): Promise<ReadFlows> {
  const read = await readFound(files, world);
  if (!read.sources.some(holdsDiagrams)) return read;
  const { imports, diagnostics } = await importSources(read.sources.filter(holdsDiagrams), world);
  const empty = [...imports].filter(([, { flows, diagnostics: own }]) => flows.length + own.length === 0);
  const sources = read.sources.flatMap((source): readonly Source[] => {
    if (!holdsDiagrams(source)) return [source];
    const { flows } = imports.get(source) ?? { flows: [] };
    return flows.map(({ name, text }) => ({ path: pathInside(source, name), text }));
  });
  const nothing = empty.map(([source, { others }]) => nothingFound(source, others));
  return { ...read, sources, diagnostics: [...read.diagnostics, ...diagnostics, ...nothing] };
}

/** A flow file that was read. */
export interface FlowFile {
  /** As in messages. */
  readonly path: string;
  /** Decodes its text: bytes take half of the memory, and a large project has many. */
  readonly open: () => Source;
}

export interface ReadFlowFiles extends Omit<ReadFlows, 'sources'> {
  readonly files: readonly FlowFile[];
}

/** The same as {@link readFoundFlows}, but the texts are decoded later. */
export async function readFlowFiles(files: readonly string[], world: World): Promise<ReadFlowFiles> {
  const isSpecial = (file: string): boolean => file === STDIN || isDiagramFile(file);
  const special = await readFoundFlows(files.filter(isSpecial), world);
  const diagnostics = [...special.diagnostics];
  const read = files.flatMap((file): readonly FlowFile[] => {
    if (isSpecial(file)) {
      const sources = special.sources.filter(({ path }) => fileNamed(path, world) === file);
      return sources.map((source) => ({ path: source.path, open: () => source }));
    }
    const result = readText(file, world);
    if ('source' in result) return [openLater(result)];
    diagnostics.push(result.diagnostic);
    return [];
  });
  return { files: read, paths: files.map((file) => pathOf(file, world)), diagnostics };
}

const openLater = ({ source: { path }, bytes }: ReadSuccess): FlowFile => ({
  path,
  open: () => ({ path, text: textIn(bytes) }),
});

/** The path of a flow that a diagram was imported as: one file can hold several. */
const pathInside = ({ path }: Source, name: string): string => `${path}#${name}.yaml`;

/** The file that a flow was read from: its own, or that of the diagram. */
export function fileOf({ path }: Pick<Source, 'path'>): string {
  const [, file = ''] = /^(.+)#[^#/]+\.yaml$/.exec(path) ?? [];
  return file === STDIN_PATH || isDiagramFile(file) ? file : path;
}

/** The file, absolute, or `-`, of a path as in messages. */
export function fileNamed(path: string, { cwd }: Pick<World, 'cwd'>): string {
  const file = fileOf({ path });
  return file === STDIN_PATH ? STDIN : resolve(cwd, file);
}

/** Decided by the extension of a file, and by the beginning of standard input. */
const holdsDiagrams = ({ path, text }: Source): boolean =>
  isDiagramFile(path) || (path === STDIN_PATH && isDiagram(text));

export async function readFiles(paths: readonly string[], world: World, kind?: FileKind): Promise<ReadFlows> {
  const { files, diagnostics } = await findFiles(paths, world, kind);
  const read = await readFound(files, world);
  return { ...read, diagnostics: [...diagnostics, ...read.diagnostics] };
}

async function readFound(files: readonly string[], world: World): Promise<ReadFlows> {
  const results: ReadResult[] = [];
  for (const file of files) results.push(file === STDIN ? await readStdin(world) : readText(file, world));
  return {
    sources: results.flatMap((result) => ('source' in result ? [result.source] : [])),
    paths: files.map((file) => pathOf(file, world)),
    diagnostics: results.flatMap((result) => ('source' in result ? [] : [result.diagnostic])),
  };
}

const pathOf = (file: string, world: World): string => (file === STDIN ? STDIN_PATH : displayPath(file, world));

/** The name of standard input in messages. */
export const STDIN_PATH = '<stdin>';

/** `path` may be absolute; messages show it relative to the working folder. */
export function readText(path: string, world: World): ReadResult {
  const display = displayPath(resolve(world.cwd, path), world);
  try {
    const bytes = readSteady(resolve(world.cwd, path), world.files);
    return bytes ? decode(display, bytes) : { diagnostic: changedMeanwhile(display, 'was skipped') };
  } catch (error) {
    return { diagnostic: unreadable(display, error) };
  }
}

/** The same for a file that a project names: it may be no link that leads out of the project, and out of `folder`. */
export function readInside(path: string, world: World, folder?: string): ReadResult {
  const file = resolve(world.cwd, path);
  if (!openBoundary(world).leadsOut(file, folder)) return readText(file, world);
  return { diagnostic: fileDiagnostic('links-stay-inside', displayPath(file, world), LEADS_OUT, COPY) };
}

const COPY = 'put a copy in its place';

/** While another program writes a file, it is incomplete for a moment. */
const ATTEMPTS = 5;

/** Null for a file that is still being written. */
function readSteady(file: string, files: Files): Buffer | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = files.statSync(file);
    const bytes = files.readFileSync(file);
    const after = files.statSync(file);
    if (before.mtimeMs === after.mtimeMs && before.size === after.size && before.ino === after.ino) return bytes;
  }
  return null;
}

export const changedMeanwhile = (path: string, outcome: string): Diagnostic =>
  fileDiagnostic(
    'changed-meanwhile',
    path,
    `was changed while authflow was working on it, and ${outcome}`,
    'run it again',
  );

/** Null where it has no end within reason. */
async function readAll(stdin: World['stdin']): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MOST_BYTES) return null;
  }
  return Buffer.concat(chunks);
}

async function readStdin({ stdin }: World): Promise<ReadResult> {
  try {
    const bytes = await readAll(stdin);
    if (bytes) return decode(STDIN_PATH, bytes);
    throw endless();
  } catch (error) {
    return { diagnostic: unreadable(STDIN_PATH, error) };
  }
}

const unreadable = (path: string, error: unknown): Diagnostic =>
  fileDiagnostic(
    'readable-files',
    path,
    `can't be read: ${explainFileError(error)}`,
    error instanceof FileRefusal ? error.hint : undefined,
  );

/** Without a byte-order mark. */
const textIn = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\ufeff/, '');

function decode(path: string, bytes: Buffer): ReadResult {
  const other = otherBytes(bytes);
  if (other !== null) return { diagnostic: fileDiagnostic('utf-8-text', path, `is ${other}, not a text`) };
  if (isUtf8(bytes)) return { source: { path, text: textIn(bytes) }, bytes };
  return { diagnostic: fileDiagnostic('utf-8-text', path, 'is not UTF-8 text', 'save it with the encoding UTF-8') };
}

/** Reads the files that flows refer to, each once: by path, or by `shipped:<id>`. */
export function sourceReader(world: World): ReadSource {
  const { leadsOut } = openBoundary(world);
  const known = new Map<string, ReturnType<ReadSource>>();
  return (path) => {
    const seen = known.get(path);
    if (seen !== undefined) return seen;
    const file = path.startsWith(SHIPPED) ? shippedFlows(world).get(path.slice(SHIPPED.length)) : path;
    const isOut = file === path && leadsOut(resolve(world.cwd, path));
    const found = isOut ? { reason: LEADS_OUT } : file === undefined ? null : readIfThere(file, world);
    known.set(path, found);
    return found;
  };
}

/** Lists the files that a reference may mean: of a folder, or shipped. */
export function nameLister(world: World): ListNames {
  return (folder) => {
    if (folder === SHIPPED) return [...shippedFlows(world).keys()];
    try {
      return world.files.readdirSync(resolve(world.cwd, folder), { encoding: 'utf8' }).sort();
    } catch {
      return [];
    }
  };
}

function readIfThere(file: string, world: World): ReturnType<ReadSource> {
  if (isMissing(resolve(world.cwd, file), world)) return null;
  const read = readText(file, world);
  if ('source' in read) return read.source;
  const { message, hint } = read.diagnostic;
  return { reason: hint === undefined ? message : `${message}: ${hint}` };
}

function isMissing(file: string, world: World): boolean {
  try {
    return world.files.statSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    // An obstacle on its path is reported when it is read.
    return false;
  }
}
