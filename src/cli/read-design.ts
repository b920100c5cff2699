/** A user's own templates and theme presets (`--templates DIR`). */
import { join, relative, resolve, sep } from 'node:path';
import type { Design } from '../compile.js';
import type { Diagnostic } from '../diagnostic.js';
import { isError } from '../diagnostic.js';
import type { Source, Span } from '../source.js';
import { explainFileError } from './file-error.js';
import { readText } from './read-flows.js';
import { UsageError } from './usage-error.js';
import type { Files, World } from './world.js';

export interface ReadDesign {
  /** Undefined for the packaged one, and where an error stands in the way. */
  readonly design?: Design;
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: boolean;
}

export async function readDesign(folder: string | undefined, world: World): Promise<ReadDesign> {
  if (folder === undefined) return { diagnostics: [], hasErrors: false };
  const root = resolve(world.cwd, folder);
  const read = listFiles(folder, root, world.files).map((file) => ({ file, result: readText(file, world) }));
  const unread = read.flatMap(({ result }) => ('source' in result ? [] : [result.diagnostic]));
  // The pipeline knows a template by its path in the folder; messages print where it is.
  const places = new Map<Source, Source>();
  for (const { file, result } of read) {
    if (!('source' in result)) continue;
    places.set({ path: relative(root, file).split(sep).join('/'), text: result.source.text }, result.source);
  }
  const { loadDesign } = await import('../compile.js');
  const { design, diagnostics } = loadDesign([...places.keys()]);
  const all = [...unread, ...diagnostics.map((diagnostic) => placeAgain(diagnostic, places))];
  return { design, diagnostics: all, hasErrors: all.some(isError) };
}

function listFiles(folder: string, root: string, files: Files): string[] {
  const found = readFolder(folder, root, files)
    .filter((path) => /\.(hbs|yaml)$/.test(path))
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

function placeAgain(diagnostic: Diagnostic, places: ReadonlyMap<Source, Source>): Diagnostic {
  const move = (span: Span): Span => ({ ...span, source: places.get(span.source) ?? span.source });
  return {
    ...diagnostic,
    span: diagnostic.span && move(diagnostic.span),
    related: (diagnostic.related ?? []).map((other) => ({ ...other, span: move(other.span) })),
  };
}
