/** Reports files that no flow produces any more. */
import { join } from 'node:path';
import { findOrphans } from '../output/index.js';
import type { OutputFolder, Sharing } from '../output/index.js';
import { displayPath } from '../project/index.js';
import { fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Finding } from './finding.js';

export function reportOrphans(projects: readonly Sharing[], output: OutputFolder, world: World): readonly Finding[] {
  const orphans = findOrphans(projects, output, world);
  return orphans.map(({ path, isEdited }): Finding => {
    const shown = displayPath(join(output.folder, path), world);
    const hint = isEdited ? 'it was edited by hand: delete or rename it' : 'delete it with: authflow render --prune';
    const diagnostic = fileDiagnostic('no-orphans', shown, 'is no longer produced by any flow', hint);
    return { verdict: 'orphaned', isByHand: isEdited, diagnostic, compiled: null, format: null, difference: null };
  });
}
