/** Sorts the paths given to `check`: a hook passes all changed files, not only flow files. */
import { basename, dirname, resolve, sep } from 'node:path';
import { MANIFEST, readManifest } from '../output/index.js';
import { configNames, DEFAULT_OUT, documentFiles, findFiles, readText, STDIN } from '../project/index.js';
import type { CompiledSource, Project } from '../project/index.js';
import type { World } from '../world/index.js';
import { documentKind } from '../../docs/index.js';
import { isDiagramFile } from '../../import/index.js';
import { looksLikeFlow } from '../../syntax/index.js';

export interface AskedFiles {
  /** Flow files, and folders, globs and ids of flow files; missing ones are reported by the search for them. */
  readonly flows: readonly string[];
  readonly documents: readonly string[];
  /** Other files, absolute: possible inputs or outputs of flows. */
  readonly touched: readonly string[];
}

export async function sortPaths(paths: readonly string[], world: World): Promise<AskedFiles> {
  const asked = { flows: [] as string[], documents: [] as string[], touched: [] as string[] };
  for (const path of paths) {
    const file = resolve(world.cwd, path);
    const kind = await kindOf(path, file, world);
    asked[kind].push(kind === 'touched' ? file : path);
  }
  return asked;
}

async function kindOf(path: string, file: string, world: World): Promise<keyof AskedFiles> {
  const stats = path === STDIN ? undefined : world.files.statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return (await holdsDocumentsOnly(path, world)) ? 'documents' : 'flows';
  if (stats && readManifest(dirname(file), world).has(basename(file))) return 'touched';
  if (documentKind(path) !== null) return 'documents';
  return !stats || isDiagramFile(file) || isFlowFile(file, world) ? 'flows' : 'touched';
}

async function holdsDocumentsOnly(path: string, world: World): Promise<boolean> {
  const [flows, documents] = [await findFiles([path], world), await findFiles([path], world, documentFiles)];
  return flows.files.length === 0 && documents.files.length > 0;
}

/** A file that can't be read counts as a flow, so that its reader reports it. */
function isFlowFile(file: string, world: World): boolean {
  if (!/\.ya?ml$/.test(file) || configNames.some((name) => name === basename(file))) return false;
  const read = readText(file, world);
  return !('source' in read) || looksLikeFlow(read.source);
}

/** Whether one of these files is an input or an output of a flow. */
export function touches(
  touched: readonly string[],
  { inputs, flow }: CompiledSource,
  { options, config, templates }: Project,
  { cwd }: Pick<World, 'cwd'>,
): boolean {
  const absolute = (path: string) => resolve(cwd, path);
  const read = new Set(
    [...inputs.map(({ path }) => path), ...config.files, options.baseline ?? []].flat().map(absolute),
  );
  const folders = templates.map((folder) => absolute(folder) + sep);
  const out = absolute(options.out ?? DEFAULT_OUT);
  const isOutput = (file: string): boolean =>
    dirname(file) === out &&
    (basename(file) === MANIFEST || (flow !== null && basename(file).startsWith(`${flow.id}.`)));
  return touched.some((file) => read.has(file) || folders.some((folder) => file.startsWith(folder)) || isOutput(file));
}
