/** Writes a zip file: the same bytes for the same files everywhere. */
import { strToU8, zipSync } from 'fflate';

/** The first that a zip file can say. It says the time of the clock on the wall, so it is the same in every zone. */
const start = (): Date => new Date(1980, 0, 1);

export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const bytes = Object.fromEntries(
    [...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
  return zipSync(bytes, { level: 6, mtime: start() });
}
