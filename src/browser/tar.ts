/**
 * Reads the regular files of a ustar archive (POSIX.1-1988 section 10.1.1); long names and other kinds of entry are
 * skipped.
 */

interface TarFile {
  readonly name: string;
  readonly content: Buffer;
}

const BLOCK = 512;

/** @throws Error if the archive ends within a file */
export function* readTar(archive: Buffer): Generator<TarFile> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const size = Number.parseInt(field(archive, at + 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) throw new Error(`the archive ends within ${field(archive, at, 100)}`);
    const kind = field(archive, at + 156, 1);
    if (kind === '0' || kind === '') yield { name: field(archive, at, 100), content };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** A field ends with a NUL, unless it is full. */
function field(archive: Buffer, start: number, length: number): string {
  return archive.toString('latin1', start, start + length).split('\0', 1)[0] ?? '';
}
