/** Delivers the files of a job, lists them in the folder's manifest, and tells why they differ. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../../source/index.js';
import { announceFiles, causeOfWriting, readManifest, settleFiles } from '../output/index.js';
import type { Cause, Deliveries, ManifestLine, NewLines, Product } from '../output/index.js';
import type { World } from '../world/index.js';
import type { Job } from './job.js';

export interface RenderedFile extends Product {
  /** Its line in the folder's manifest; null for a file that is not listed. */
  readonly line: ManifestLine | null;
}

export interface Delivered {
  readonly diagnostics: readonly Diagnostic[];
  /** Of the files that were written. */
  readonly causes: readonly Cause[];
}

export async function deliverFiles(
  { destination }: Job,
  files: readonly RenderedFile[],
  { deliver, current }: Deliveries,
  world: World,
): Promise<Delivered> {
  const out = destination.kind === 'folder' ? resolve(world.cwd, destination.folder) : null;
  const manifest = out === null ? null : readManifest(out, world);
  // Of files that were listed when something else made them: a picture of another renderer.
  const unlisted = files.filter(({ line, path }) => line === null && manifest?.has(path));
  const folder = unlisted.length > 0 || files.some(({ line }) => line !== null) ? out : null;
  if (folder !== null) await announceFiles(folder, newLines(files), world);
  const delivered: RenderedFile[] = [];
  const causes: Cause[] = [];
  for (const file of files) {
    const before = current(file.path);
    const result = await deliver(file);
    if (result === 'written') causes.push(causeOfWriting(file, before, manifest?.get(file.path)));
    if (result !== null) delivered.push(file);
  }
  const removed = delivered.filter((file) => unlisted.includes(file)).map(({ path }) => path);
  const failure = folder === null ? null : await settleFiles(folder, { written: newLines(delivered), removed }, world);
  return { diagnostics: failure ? [failure] : [], causes };
}

const newLines = (files: readonly RenderedFile[]): NewLines =>
  new Map(files.flatMap(({ path, line }) => (line === null ? [] : [[path, line] as const])));
