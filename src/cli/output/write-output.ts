/** Writes files completely or not at all, and only if they change. */
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainNoFolder, FileRefusal, makeFolder } from '../../files/index.js';
import { displayPath } from '../project/index.js';
import { codeOf, explainFileError, fileDiagnostic } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';
import { sweepFolder, temporaryName } from './leftovers.js';
import { followed, MOST_LINKS, throughAt, writeThrough } from './write-through.js';

export type WriteResult = 'written' | 'unchanged' | Diagnostic;

/** Creates the folder; null if files can be written there. */
export function prepareFolder(folder: string, world: World): Diagnostic | null {
  const path = displayPath(folder, world);
  try {
    makeFolder(folder, world.files);
    world.files.accessSync(folder, WRITABLE);
    return null;
  } catch (error) {
    const message = `can't be written to: ${explainNoFolder(folder, error, world.files)}`;
    return fileDiagnostic('writable-output', path, message, 'choose another folder with --out');
  }
}

/** Writes `path`, relative to `folder`, and refuses paths outside of it. */
export async function writeInside(
  folder: string,
  path: string,
  content: string | Uint8Array,
  world: World,
): Promise<WriteResult> {
  const file = resolve(folder, path);
  const shown = displayPath(file, world);
  try {
    const target = followLinks(file, world.files);
    const isInside =
      isWithin(folder, file) && isWithin(world.files.realpathSync(folder), realParent(target, world.files));
    if (isInside) return await writeAt(target, content, world);
    return fileDiagnostic('output-stays-inside', shown, `is outside the output folder ${displayPath(folder, world)}/`);
  } catch (error) {
    return unwritable(shown, error);
  }
}

/** Writes one file that the user named, at any place. */
export async function writeNamed(file: string, content: string | Uint8Array, world: World): Promise<WriteResult> {
  try {
    makeParent(file, world.files);
    return await writeAt(file, content, world);
  } catch (error) {
    return unwritable(displayPath(file, world), error);
  }
}

/** A device or a pipe stays what it is: it gets the bytes. */
async function writeAt(file: string, content: string | Uint8Array, world: World): Promise<'written' | 'unchanged'> {
  const through = throughAt(file, world);
  if (!through) return writeWhole(followLinks(file, world.files), content, world);
  await writeThrough(through, content, world);
  return 'written';
}

const unwritable = (path: string, error: unknown): Diagnostic =>
  fileDiagnostic('writable-output', path, `can't be written: ${explainFileError(error)}`);

/** What stands in the place of the folder is in a part of the path of its files. */
function makeParent(file: string, files: Files): void {
  try {
    makeFolder(dirname(file), files);
  } catch (error) {
    throw ['EEXIST', 'ENOTDIR'].includes(codeOf(error)) ? new FileRefusal(explainNoFolder(file, error, files)) : error;
  }
}

/** fs.constants.W_OK */
const WRITABLE = 2;

/**
 * Writes a temporary file in the same folder and renames it, which replaces the old file in one step: a killed run
 * leaves the old file or the new one, and the next run removes its temporary files. Not synced to the disk: after a
 * power failure, rendering again gives the same bytes.
 */
async function writeWhole(file: string, content: string | Uint8Array, world: World): Promise<'written' | 'unchanged'> {
  const { files, processes } = world;
  const current = files.statSync(file, { throwIfNoEntry: false });
  if (current && isSame(readBytes(file, world), content)) return 'unchanged';
  // A rename would replace a read-only file without asking for permission; respect the user's choice.
  if (current) files.accessSync(file, WRITABLE);
  sweepFolder(dirname(file), world);
  const temporary = join(dirname(file), temporaryName(basename(file), processes));
  try {
    files.writeFileSync(temporary, content, { flag: 'wx' });
    if (current) files.chmodSync(temporary, current.mode);
    await renamePatiently(temporary, file, files);
  } catch (error) {
    files.rmSync(temporary, { force: true });
    throw error;
  }
  return 'written';
}

/** A checkout with CRLF doesn't count as a change. */
function isSame(current: Buffer | null, content: string | Uint8Array): boolean {
  if (current === null) return false;
  if (typeof content !== 'string') return current.equals(content);
  return normalizeBreaks(current.toString('utf8')) === normalizeBreaks(content);
}

export const normalizeBreaks = (text: string): string => text.replaceAll('\r\n', '\n');

/** Windows refuses a rename while an indexer, a virus scanner or another run has the old file open: for a moment. */
const refusals = new Set(['EPERM', 'EACCES', 'EBUSY']);
const pauses = [10, 20, 40, 80, 160, 320, 640];

async function renamePatiently(from: string, to: string, files: Files): Promise<void> {
  for (const pause of pauses) {
    try {
      files.renameSync(from, to);
      return;
    } catch (error) {
      if (!refusals.has(codeOf(error))) throw error;
      await sleep(pause);
    }
  }
  files.renameSync(from, to);
}

/** Follows symbolic links, because a rename onto a link would replace the link. */
function followLinks(file: string, files: Files): string {
  const paths = followed(file, files);
  if (paths.length > MOST_LINKS + 1) throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' });
  return paths.at(-1) ?? file;
}

const realParent = (file: string, files: Files): string => join(files.realpathSync(dirname(file)), basename(file));

function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Null for a file that does not exist or can't be read. */
export function readBytes(file: string, { files }: Pick<World, 'files'>): Buffer | null {
  try {
    return files.readFileSync(file);
  } catch {
    return null;
  }
}
