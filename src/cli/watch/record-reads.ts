/** What a command reads is what its result depends on. */
import type { Files, World } from '../world/index.js';

export interface RecordedReads {
  /** The same world, watched while it is read. */
  readonly world: World;
  /** What was read, by absolute path; null where it could not be. */
  readonly reads: ReadonlyMap<string, string | null>;
}

export function recordReads(world: World): RecordedReads {
  const reads = new Map<string, string | null>();
  const readFileSync = ((file: string, ...rest: []) => {
    reads.set(file, null);
    const content = world.files.readFileSync(file, ...rest);
    reads.set(file, content.toString());
    return content;
  }) as Files['readFileSync'];
  return { world: { ...world, files: { ...world.files, readFileSync } }, reads };
}

/** Whether a file holds something else by now; true for one that was never read. */
export function isChanged(file: string, reads: RecordedReads['reads'], { files }: World): boolean {
  try {
    return reads.get(file) !== files.readFileSync(file).toString();
  } catch {
    return reads.get(file) !== null;
  }
}
