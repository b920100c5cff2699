/** `render --prune`: deletes generated files that no flow produces. */
import { join } from 'node:path';
import { displayPath } from '../project/index.js';
import { explainFileError, fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { readManifest, settleFiles } from './manifest.js';
import { findOrphans, knownFolders } from './orphans.js';
import type { Sharing } from './orphans.js';

/** `found`: the diagnostics of the flows; while there are errors, orphans can't be determined. */
export async function pruneOutput(
  projects: readonly Sharing[],
  found: readonly Diagnostic[],
  world: World,
): Promise<readonly Diagnostic[]> {
  if (found.some(isError)) return [];
  const diagnostics: Diagnostic[] = [];
  for (const [folder, sharing] of knownFolders(projects, world))
    diagnostics.push(...(await pruneFolder(folder, sharing, world)));
  return diagnostics;
}

async function pruneFolder(folder: string, projects: readonly Sharing[], world: World): Promise<readonly Diagnostic[]> {
  const manifest = readManifest(folder, world);
  const diagnostics: Diagnostic[] = [];
  const removed: string[] = [];
  for (const { path, isEdited } of findOrphans(projects, { folder, manifest }, world)) {
    const shown = displayPath(join(folder, path), world);
    const failure = isEdited ? keptEdited(shown) : removeFile(join(folder, path), shown, world);
    if (failure) diagnostics.push(failure);
    else {
      removed.push(path);
      world.stderr.write(`deleted ${shown}\n`);
    }
  }
  const failure = await settleFiles(folder, { removed }, world);
  return failure ? [...diagnostics, failure] : diagnostics;
}

const keptEdited = (path: string): Diagnostic => ({
  ...fileDiagnostic(
    'no-orphans',
    path,
    'is no longer produced by any flow, but was kept because it was edited by hand',
  ),
  severity: 'warning',
  hint: 'delete or rename it',
});

function removeFile(file: string, shown: string, { files }: World): Diagnostic | null {
  try {
    files.rmSync(file);
    return null;
  } catch (error) {
    return fileDiagnostic('writable-output', shown, `can't be deleted: ${explainFileError(error)}`);
  }
}
