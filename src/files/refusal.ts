/** What can't be read as a file, whatever its permissions say. */
import type { Stats } from 'node:fs';

/** Its message is for users; messages name the file themselves. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';

  constructor(
    message: string,
    /** The way out. */
    readonly hint?: string,
  ) {
    super(message);
  }
}

type Kind = Pick<
  Stats,
  'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket' | 'isCharacterDevice' | 'isBlockDevice' | 'size'
>;

/** `a FIFO`; null for a regular file. */
export function kindOfSpecial(stats: Kind): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe (FIFO)';
  if (stats.isSocket()) return 'a socket';
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : 'no regular file';
}

/**
 * The most bytes of a file. A flow may have 2 million characters; the largest files of others that are read are fonts of 10 MB,
 * and documents and pictures of any size.
 */
export const MOST_BYTES = 64 * 2 ** 20;

export const tooLarge = (bytes: number): FileRefusal =>
  new FileRefusal(`it is too large: ${megabytes(bytes)}, and a file may have ${megabytes(MOST_BYTES)}`);

export const endless = (): FileRefusal => new FileRefusal(`it is too large: a file may have ${megabytes(MOST_BYTES)}`);

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;

const ONLY_FILES = 'authflow reads regular files, and "-" as its standard input';

/** @throws FileRefusal unless it is a regular file of a reasonable size */
export function refuseSpecial(stats: Kind): void {
  const special = kindOfSpecial(stats);
  if (special !== null) throw new FileRefusal(`it is ${special}`, stats.isDirectory() ? undefined : ONLY_FILES);
  if (stats.size > MOST_BYTES) throw tooLarge(stats.size);
}
