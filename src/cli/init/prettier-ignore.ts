/** Keeps Prettier away from the output folder, where a project uses it. */
import { join } from 'node:path';
import { writeNamed } from '../output/index.js';
import { DEFAULT_OUT, openProjects, prettierIgnore } from '../project/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { World } from '../world/index.js';

interface Offered {
  readonly diagnostics: readonly Diagnostic[];
  /** The file, if it was written. */
  readonly written: readonly string[];
  /** What is left to do, for the summary; '' for nothing. */
  readonly todo: string;
}

/** A file that is there is its owner's: only the line is said. */
export async function offerPrettierIgnore(world: World): Promise<Offered> {
  const file = prettierIgnore(await outFolder(world), world);
  if (file === null) return { diagnostics: [], written: [], todo: '' };
  if (file.isThere) return { diagnostics: [], written: [], todo: `; add the line ${file.line} to ${file.path}` };
  const result = await writeNamed(join(world.cwd, file.path), `${file.line}\n`, world);
  const failed = typeof result === 'object';
  return { diagnostics: failed ? [result] : [], written: failed ? [] : [file.path], todo: '' };
}

/** What the configuration says, if there is one. */
export async function outFolder(world: World): Promise<string> {
  const { projects } = await openProjects({ paths: [], options: {} }, world);
  return projects[0]?.options.out ?? DEFAULT_OUT;
}
