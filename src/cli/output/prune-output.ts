/** `render --prune`: deletes generated files that no flow produces. */
import { join } from 'node:path';
import { displayPath } from '../project/index.js';
import type { OpenProject } from '../project/index.js';
import { explainFileError, fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { findFormerParts } from './former-parts.js';
import { linesOf, readManifest, settleFiles } from './manifest.js';
import type { Manifest } from './manifest.js';
import { findOrphans, formatOf, idOf, knownFolders } from './orphans.js';
import type { Orphan } from './orphans.js';
import { reportReplaced } from './replaced-pictures.js';
import { readBytes } from './write-output.js';

/** The manifests of the projects' folders, by folder. */
export const readManifests = (projects: readonly OpenProject[], world: World): ReadonlyMap<string, Manifest> =>
  new Map([...knownFolders(projects, world).keys()].map((folder) => [folder, readManifest(folder, world)]));

interface Run {
  /** The diagnostics of the flows; while there are errors, orphans can't be determined. */
  readonly diagnostics: readonly Diagnostic[];
  /** The manifests before it. */
  readonly before: ReadonlyMap<string, Manifest>;
}

export async function pruneOutput(
  projects: readonly OpenProject[],
  { diagnostics: found, before }: Run,
  world: World,
): Promise<readonly Diagnostic[]> {
  if (found.some(isError)) return [];
  const diagnostics: Diagnostic[] = [];
  for (const [folder, sharing] of knownFolders(projects, world)) {
    const manifest = readManifest(folder, world);
    const orphans = findOrphans(sharing, { folder, manifest }, world);
    const flows = projects.filter((project) => sharing.includes(project)).flatMap((project) => project.flows);
    const removed = orphans.filter(({ isEdited }) => !isEdited).map(({ path }) => path);
    diagnostics.push(
      ...(await removeFiles(orphans, folder, world)),
      ...reportReplaced(flows, { folder, removed, before: before.get(folder) ?? new Map(), manifest }, world),
    );
  }
  return diagnostics;
}

/** Deletes the slides of a flow that the last run made and this one did not, unless they were edited. `made`: those of this run. */
export async function pruneSlides(
  id: string,
  made: ReadonlySet<string>,
  folder: string,
  world: World,
): Promise<readonly Diagnostic[]> {
  const former = [...readManifest(folder, world)].flatMap(([path, lines]): Orphan[] => {
    if (idOf(path) !== id || formatOf(path.slice(id.length)) !== 'slides' || made.has(path)) return [];
    const content = readBytes(join(folder, path), world);
    return content === null || linesOf(content, lines).length > 0 ? [{ path, isEdited: false }] : [];
  });
  return removeFiles(former, folder, world);
}

/** Deletes the parts of a flow's pictures that this run did not plan, unless they were edited. */
export async function pruneParts(
  id: string,
  planned: readonly string[],
  folder: string,
  world: World,
): Promise<readonly Diagnostic[]> {
  const output = { folder, manifest: readManifest(folder, world) };
  return removeFiles(findFormerParts(id, planned, output, world), folder, world);
}

async function removeFiles(files: readonly Orphan[], folder: string, world: World): Promise<readonly Diagnostic[]> {
  if (files.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const removed: string[] = [];
  for (const { path, isEdited } of files) {
    const shown = displayPath(join(folder, path), world);
    const wasThere = isThere(join(folder, path), world);
    const failure = isEdited ? keptEdited(shown) : removeFile(join(folder, path), shown, world);
    if (failure) diagnostics.push(failure);
    else {
      removed.push(path);
      if (wasThere) world.stderr.write(`deleted ${shown}\n`);
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
    files.rmSync(file, { force: true });
    return null;
  } catch (error) {
    return fileDiagnostic('writable-output', shown, `can't be deleted: ${explainFileError(error)}`);
  }
}
