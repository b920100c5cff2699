/** Skips rendering where the manifest proves that output is current: rendering is most of the cost of a check. */
import { join } from 'node:path';
import { pictureVariants } from '../../model/index.js';
import { textOutput } from '../../render.js';
import type { Artifact, TextFormat } from '../../render.js';
import { authorHash, linesOf, normalizeBreaks, readBytes, releaseMark } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { makeOptions } from '../project/index.js';
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
  output: OutputFolder,
  world: World,
): readonly Artifact[] | null {
  const prove = proverOf(compiled, project, output, world);
  if (prove === null) return null;
  const texts: Artifact[] = [];
  for (const format of formats) {
    const path = textOutput(format).path(compiled.flow);
    const bytes = prove(path);
    if (bytes === null) return null;
    texts.push(readLater(format, path, bytes));
  }
  return texts;
}

/** Gives the bytes of a file that a line of the manifest proves, otherwise null; is null itself where nothing can be proven. */
function proverOf(
  compiled: CompiledFlow,
  project: DesignedProject,
  { folder, manifest }: OutputFolder,
  world: World,
): ((path: string) => Uint8Array | null) | null {
  const release = releaseMark(world);
  if (release === null) return null;
  const author = authorHash(compiled, project);
  return (path) => {
    const made = (manifest.get(path) ?? []).filter((line) => line.author === author && line.release === release);
    const bytes = made.length > 0 ? readBytes(join(folder, path), world) : null;
    return bytes !== null && linesOf(bytes, made).length > 0 ? bytes : null;
  };
}

/**
 * Whether the manifest proves the SVGs of a flow that authflow draws itself, as it proves texts: drawing them costs as much as
 * rendering all else.
 */
export function areProvenSvgs(
  compiled: CompiledFlow,
  project: DesignedProject,
  output: OutputFolder,
  world: World,
): boolean {
  const { options, design } = project;
  // How many parts there are on paper is known once it is laid out.
  const isUnknown = options.renderer === 'mermaid' || options.paper !== undefined;
  const prove = isUnknown ? null : proverOf(compiled, project, output, world);
  if (prove === null) return false;
  const variants = pictureVariants(compiled.flow, 'svg', makeOptions(options, design).themes);
  return variants.every(({ path }) => prove(path('svg')) !== null);
}

/** Only documents that show the text need it decoded. */
const readLater = (format: TextFormat, path: string, bytes: Uint8Array): Artifact => ({
  format,
  path,
  get content() {
    return normalizeBreaks(new TextDecoder().decode(bytes));
  },
});
