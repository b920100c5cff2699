/** `--shard 2/4`: divides files among parallel jobs, on every machine in the same way, and a new file moves no other. */
import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import type { Shard } from '../grammar/index.js';
import type { World } from '../world/index.js';
import { isShipped, STDIN } from './find-files.js';
import type { Config } from './config/index.js';

/** Whether a file, absolute or `-`, belongs to the shard. It does if there are no shards. */
export function isInShard(
  file: string,
  shard: Shard | undefined,
  { folder }: Pick<Config, 'folder'>,
  world: Pick<World, 'packageRoot'>,
): boolean {
  if (!shard) return true;
  const hash = createHash('sha256')
    .update(keyOf(file, folder, world))
    .digest();
  return hash.readUInt32BE() % shard.total === shard.number - 1;
}

/** Whether this run does what is done once for all flows. */
export const isFirstShard = (shard: Shard | undefined): boolean => (shard?.number ?? 1) === 1;

/** The path from the configuration's folder; of a shipped flow, from the package. macOS may write an é as two characters. */
function keyOf(file: string, folder: string, world: Pick<World, 'packageRoot'>): string {
  const shipped = isShipped(file, world);
  const path = file === STDIN ? file : relative(shipped ? join(world.packageRoot, 'flows') : folder, file);
  return path.split(sep).join('/').normalize('NFC');
}
