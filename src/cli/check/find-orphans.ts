/** What no flow makes any more, as findings. */
import { join } from 'node:path';
import { displayPath } from '../find-flows.js';
import { fileDiagnostic } from '../file-error.js';
import type { OpenProject } from '../open-flows.js';
import type { World } from '../world.js';
import type { OutputFolder } from './compare-texts.js';
import type { Finding } from './finding.js';

export async function reportOrphans(
  projects: readonly OpenProject[],
  output: OutputFolder,
  world: World,
): Promise<readonly Finding[]> {
  const { findOrphans } = await import('../orphans.js');
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
