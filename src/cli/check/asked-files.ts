/** What `check` was asked for: everything, what changed since a commit, or files; a hook passes all changed files, not only flows. */
import { basename, dirname, resolve } from 'node:path';
import type { Request } from '../grammar/index.js';
import { readManifest } from '../output/index.js';
import {
  changesSince,
  configNames,
  documentFiles,
  findFiles,
  isDeleted,
  openChanges,
  readText,
  STDIN,
} from '../project/index.js';
import type { Changes } from '../project/index.js';
import { isThere, statsOf } from '../world/index.js';
import type { World } from '../world/index.js';
import { documentKind } from '../../docs/index.js';
import { isDiagramFile } from '../../import/index.js';
import { looksLikeFlow } from '../../syntax/index.js';

export interface AskedFiles {
  /** Flow files, and folders, globs and ids of flow files; missing ones are reported by the search for them. */
  readonly flows: readonly string[];
  readonly documents: readonly string[];
  /** What `--since` finds, or other files that were named: possible inputs or outputs of flows. Null for none. */
  readonly changes: Changes | null;
  /** Whether a deleted file was named, or is among the changes. */
  readonly haveDeleted: boolean;
}

/** Throws a UsageError if `--since` can't be answered. */
export async function sortPaths({ paths, options }: Request, world: World): Promise<AskedFiles> {
  const asked = { flows: [] as string[], documents: [] as string[], touched: [] as string[] };
  for (const path of paths) {
    const file = resolve(world.cwd, path);
    const kind = await kindOf(path, file, world);
    asked[kind].push(kind === 'touched' ? file : path);
  }
  const { touched, ...named } = asked;
  const changes = changesSince(options, world) ?? (touched.length > 0 ? openChanges(touched, world) : null);
  return { ...named, changes, haveDeleted: [...(changes?.files ?? [])].some((file) => !isThere(file, world)) };
}

async function kindOf(path: string, file: string, world: World): Promise<'flows' | 'documents' | 'touched'> {
  const stats = path === STDIN ? undefined : statsOf(file, world);
  if (stats?.isDirectory()) return (await holdsDocumentsOnly(path, world)) ? 'documents' : 'flows';
  if (stats && readManifest(dirname(file), world).has(basename(file))) return 'touched';
  if (stats && documentKind(path) !== null) return 'documents';
  if (!stats) return path !== STDIN && isDeleted(path, world) ? 'touched' : 'flows';
  return isDiagramFile(file) || isFlowFile(file, world) ? 'flows' : 'touched';
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
