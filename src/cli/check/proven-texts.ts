/** Texts that need not be made again to be known: of two thirds of a check's time, rendering is the greater part. */
import { join } from 'node:path';
import { inputOf, linesOf, normalizeBreaks } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { readText } from '../project/index.js';
import type { CompiledFlow, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { artifactPath } from '../../compile.js';
import type { Artifact, Format } from '../../compile.js';

/**
 * The texts of a flow as they are in the folder; null where one of them may come out otherwise. Proof is a line of the
 * manifest: this release made this very text of the same flow, includes, options and templates, and had nothing to say.
 */
export function provenTexts(
  compiled: CompiledFlow,
  formats: readonly Format[],
  project: OpenProject,
  { folder, manifest }: OutputFolder,
  world: World,
): readonly Artifact[] | null {
  if (world.release === null) return null;
  const input = inputOf(compiled, project);
  const texts: Artifact[] = [];
  for (const format of formats) {
    const path = artifactPath(compiled.flow, format);
    const made = (manifest.get(path) ?? []).filter((line) => line.input === input && line.release === world.release);
    const read = made.length > 0 ? readText(join(folder, path), world) : null;
    if (!read || 'diagnostic' in read || linesOf(read.source.text, made).length === 0) return null;
    texts.push({ format, path, content: normalizeBreaks(read.source.text) });
  }
  return texts;
}
