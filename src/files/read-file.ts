/** The one reader of files. */
import * as fs from 'node:fs';
import { endless, MOST_BYTES, refuseSpecial } from './refusal.js';

export interface ReadFile {
  (file: string): Buffer;
  (file: string, encoding: 'utf8'): string;
}

/** Opening a pipe waits for its other end without O_NONBLOCK; a terminal may become that of this process without O_NOCTTY. */
const { O_RDONLY, O_WRONLY, O_NONBLOCK, O_NOCTTY } = fs.constants;

/** Windows knows neither; there they are undefined, which counts as 0. */
const AT_ONCE = O_NONBLOCK | O_NOCTTY;

/** Flags to open what is no regular file: neither waits, nor creates it, nor cuts it. */
export const openForWriting = O_WRONLY | AT_ONCE;

/**
 * Reads a regular file, or one that a link leads to. Never waits: whatever has no end or gives its bytes when it likes (a pipe, a device, a
 * socket) is refused before it is opened, and again once it is open, because it may be another file by then.
 *
 * @throws FileRefusal for any other than a regular file, and for one that is too large
 * @throws the errors of the file system
 */
export const readFile = ((file: string, encoding?: 'utf8'): Buffer | string => {
  refuseSpecial(fs.statSync(file));
  const descriptor = fs.openSync(file, O_RDONLY | AT_ONCE);
  try {
    const stats = fs.fstatSync(descriptor);
    refuseSpecial(stats);
    const bytes = readAll(descriptor, stats.size);
    return encoding ? bytes.toString(encoding) : bytes;
  } finally {
    fs.closeSync(descriptor);
  }
}) as ReadFile;

/** To the end, which may have moved since; a file of /proc says that it is empty, and is not. */
function readAll(descriptor: number, size: number): Buffer {
  const chunks: Buffer[] = [];
  for (let [total, room] = [0, size + 1]; ; room = 2 ** 16) {
    const chunk = Buffer.allocUnsafe(room);
    const length = fs.readSync(descriptor, chunk);
    if (length === 0) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    total += length;
    if (total > MOST_BYTES) throw endless();
  }
}
