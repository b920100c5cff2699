/** Writes to what is no regular file, which a rename would replace: a device, a pipe, a descriptor of this process. */
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileRefusal, kindOfSpecial, openForWriting } from '../../files/index.js';
import { codeOf, statsOf } from '../world/index.js';
import type { Files, World } from '../world/index.js';

/** Where bytes go as they come. */
export type Through = { readonly descriptor: number } | { readonly special: string };

/** Null for a regular file, a folder, and for what does not exist yet. */
export function throughAt(file: string, { files }: Pick<World, 'files'>): Through | null {
  const descriptor = followed(file, files)
    .map(descriptorOf)
    .find((found) => found !== null);
  if (descriptor !== undefined) return { descriptor };
  const stats = statsOf(file, { files });
  return stats && !stats.isFile() && !stats.isDirectory() ? { special: file } : null;
}

/** The names that systems have for the descriptors of a process; what they lead to may be a pipe without a name. */
function descriptorOf(path: string): number | null {
  const named = { '/dev/stdout': 1, '/dev/stderr': 2 }[path];
  const [, number] = /^(?:\/dev\/fd|\/proc\/(?:self|thread-self)\/fd)\/(\d+)$/.exec(path) ?? [];
  return named ?? (number === undefined ? null : Number(number));
}

/** The limit of Linux (path_resolution(7)). */
export const MOST_LINKS = 40;

/** A path, and the paths to which its symbolic links lead, one after the other. The last one is no link, or one too many. */
export function followed(file: string, files: Files): readonly string[] {
  const paths = [file];
  for (let path = file; paths.length <= MOST_LINKS + 1; paths.push(path)) {
    if (!isLink(path, files)) break;
    path = resolve(dirname(path), files.readlinkSync(path));
  }
  return paths;
}

/** No link where nothing can be found out; whoever reads or writes there says why. */
function isLink(path: string, files: Files): boolean {
  try {
    return files.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

/** @throws FileRefusal where nothing can be written, and the errors of the file system */
export async function writeThrough(through: Through, content: string | Uint8Array, world: World): Promise<void> {
  const bytes = Buffer.from(content);
  if (!('descriptor' in through)) return writeSpecial(through.special, bytes, world);
  if (through.descriptor === 1) world.stdout.write(bytes);
  else if (through.descriptor === 2) world.stderr.write(bytes);
  else await writeAll(through.descriptor, bytes, world.files);
}

async function writeSpecial(file: string, bytes: Buffer, { files }: World): Promise<void> {
  const descriptor = await openSpecial(file, files);
  try {
    await writeAll(descriptor, bytes, files);
  } finally {
    files.closeSync(descriptor);
  }
}

/** How long a pipe may be without a reader, which may be started at the same time; in ms. */
const PATIENCE = 2000;
const PAUSE = 10;

async function openSpecial(file: string, files: Files): Promise<number> {
  const stats = files.statSync(file);
  if (stats.isBlockDevice() || stats.isSocket()) throw new FileRefusal(`it is ${kindOfSpecial(stats) ?? ''}`);
  for (let waited = 0; ; waited += PAUSE) {
    try {
      return files.openSync(file, openForWriting);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO' || !stats.isFIFO()) throw error;
      if (waited >= PATIENCE) throw new FileRefusal('it is a pipe from which no program reads');
    }
    await sleep(PAUSE);
  }
}

/** A reader that goes away has read enough, as on standard output. */
async function writeAll(descriptor: number, bytes: Buffer, files: Files): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    try {
      written += files.writeSync(descriptor, bytes, written);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return;
      if (codeOf(error) !== 'EAGAIN') throw error;
      await sleep(PAUSE);
    }
  }
}
