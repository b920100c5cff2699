/** Records the files that a command reads, on which its result depends. */
import type { Files, World } from '../world/index.js';

export interface RecordedReads {
  /** The same world, with its reads recorded. */
  readonly world: World;
  /** The contents that were read, by absolute path; null where reading failed. */
  readonly reads: ReadonlyMap<string, string | null>;
}

export function recordReads(world: World): RecordedReads {
  const reads = new Map<string, string | null>();
  const readFileSync = ((file: string, encoding?: 'utf8') => {
    reads.set(file, null);
    const content = encoding ? world.files.readFileSync(file, encoding) : world.files.readFileSync(file);
    reads.set(file, content.toString());
    return content;
  }) as Files['readFileSync'];
  return { world: { ...world, files: { ...world.files, readFileSync } }, reads };
}

/** Whether a file has changed since it was read; true for a file that was never read. */
export function isChanged(file: string, reads: RecordedReads['reads'], { files }: World): boolean {
  try {
    return reads.get(file) !== files.readFileSync(file).toString();
  } catch {
    return reads.get(file) !== null;
  }
}
