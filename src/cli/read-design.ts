/** A user's own templates and theme presets (`--templates DIR`). */
import { join, resolve } from 'node:path';
import type { Design } from '../compile.js';
import type { Diagnostic } from '../diagnostic.js';
import { isError } from '../diagnostic.js';
import { explainFileError } from './file-error.js';
import { readText } from './read-flows.js';
import { UsageError } from './usage-error.js';
import type { Files, World } from './world.js';

export interface ReadDesign {
  /** Null where an error stands in the way. */
  readonly design: Design | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The packaged design, with what is in `folder` over it. */
export async function readDesign(folder: string | undefined, world: World): Promise<ReadDesign> {
  const { loadDesign, packagedDesign } = await import('../compile.js');
  if (folder === undefined) return { design: packagedDesign(), diagnostics: [] };
  const read = listFiles(folder, world).map((file) => readText(file, world));
  const unread = read.flatMap((result) => ('source' in result ? [] : [result.diagnostic]));
  const { design, diagnostics } = await loadDesign(
    read.flatMap((result) => ('source' in result ? [result.source] : [])),
  );
  const all = [...unread, ...diagnostics];
  return { design: all.some(isError) ? null : design, diagnostics: all };
}

function listFiles(folder: string, { cwd, files }: World): string[] {
  const root = resolve(cwd, folder);
  const found = readFolder(folder, root, files)
    .filter((path) => /^[^\\/]+[\\/][^\\/]+\.(hbs|yaml)$/.test(path))
    .sort()
    .map((path) => join(root, path));
  if (found.length > 0) return found;
  throw new UsageError(
    `--templates ${folder} holds no template and no theme: they are files like mermaid/message.hbs and themes/ours.yaml`,
  );
}

function readFolder(folder: string, root: string, files: Files): string[] {
  try {
    return files.readdirSync(root, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new UsageError(`--templates ${folder} can't be read: ${explainFileError(error)}`);
  }
}
