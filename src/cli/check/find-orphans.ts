/** What no flow makes any more, as findings. */
import { join } from 'node:path';
import { displayPath } from '../project/find-flows.js';
import { fileDiagnostic } from '../world/file-error.js';
import type { OpenProject } from '../project/open-flows.js';
import type { World } from '../world/world.js';
import type { Finding } from './finding.js';
import type { OutputFolder } from '../output/manifest.js';

export async function reportOrphans(
  projects: readonly OpenProject[],
  output: OutputFolder,
  world: World,
): Promise<readonly Finding[]> {
  const { findOrphans } = await import('../output/orphans.js');
  const orphans = await findOrphans(projects, output, world);
  return orphans.map(({ path, isEdited }): Finding => {
    const shown = displayPath(join(output.folder, path), world);
    const hint = isEdited
      ? 'it was edited by hand: remove it, or keep it under another name'
      : 'remove it with: authflow render --prune';
    const diagnostic = fileDiagnostic('no-orphans', shown, 'is made by no flow any more', hint);
    return { verdict: 'orphaned', diagnostic, compiled: null, format: null, difference: null };
  });
}
