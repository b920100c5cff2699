/** Reports files that no flow produces any more. */
import { join } from 'node:path';
import { findOrphans } from '../output/index.js';
import type { Orphan, OutputFolder, Sharing } from '../output/index.js';
import { displayPath } from '../project/index.js';
import { fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Finding } from './finding.js';

export function reportOrphans(projects: readonly Sharing[], output: OutputFolder, world: World): readonly Finding[] {
  return findOrphans(projects, output, world).map((orphan) => orphanFinding(orphan, output, world));
}

export function orphanFinding({ path, isEdited }: Orphan, { folder }: OutputFolder, world: World): Finding {
  const shown = displayPath(join(folder, path), world);
  const hint = isEdited ? 'it was edited by hand: delete or rename it' : 'delete it with: authflow render --prune';
  const diagnostic = fileDiagnostic('no-orphans', shown, 'is no longer produced by any flow', hint);
  return { verdict: 'orphaned', isByHand: isEdited, diagnostic, compiled: null, format: null, difference: null };
}
