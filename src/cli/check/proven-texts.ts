/** Skips rendering where the manifest proves that output is current: rendering is most of the cost of a check. */
import { join } from 'node:path';
import { textOutput } from '../../render.js';
import type { Artifact, TextFormat } from '../../render.js';
import { authorHash, linesOf, normalizeBreaks, readBytes, releaseMark } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import type { World } from '../world/index.js';

/**
 * The texts of a flow as they are in the folder; null if one of them may differ from a new rendering. The proof is a line of the
 * manifest: the same release made exactly this text from the same sources and options, without diagnostics.
 */
export function provenTexts(
  compiled: CompiledFlow,
  formats: readonly TextFormat[],
  project: DesignedProject,
  { folder, manifest }: OutputFolder,
  world: World,
): readonly Artifact[] | null {
  const release = releaseMark(world);
  if (release === null) return null;
  const author = authorHash(compiled, project);
  const texts: Artifact[] = [];
  for (const format of formats) {
    const path = textOutput(format).path(compiled.flow);
    const made = (manifest.get(path) ?? []).filter((line) => line.author === author && line.release === release);
    const bytes = made.length > 0 ? readBytes(join(folder, path), world) : null;
    if (bytes === null || linesOf(bytes, made).length === 0) return null;
    texts.push(readLater(format, path, bytes));
  }
  return texts;
}

/** Only documents that show the text need it decoded. */
const readLater = (format: TextFormat, path: string, bytes: Uint8Array): Artifact => ({
  format,
  path,
  get content() {
    return normalizeBreaks(new TextDecoder().decode(bytes));
  },
});
