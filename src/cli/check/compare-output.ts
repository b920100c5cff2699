/** Compares output folders with what the flows of their projects render to. */
import { join } from 'node:path';
import { knownFolders, readBytes, readManifest } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { MANIFEST } from '../project/index.js';
import type { OpenFlows, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { isError, mergeConflict } from '../../source/index.js';
import { compareGallery } from './compare-gallery.js';
import { compareListed } from './compare-listed.js';
import { compareStamped } from './compare-stamped.js';
import { compareTexts } from './compare-texts.js';
import type { ComparedTexts } from './compare-texts.js';
import { reportOrphans } from './find-orphans.js';
import { conflictIn, fixWith } from './finding.js';
import type { Asked, Finding } from './finding.js';
import { outputFolderOf } from './other-release.js';

interface ComparedOutput extends ComparedTexts {
  readonly folders: readonly OutputFolder[];
}

export function compareOutput({ projects, diagnostics }: OpenFlows, asked: Asked, world: World): ComparedOutput {
  const compared = projects.map((project) => compareProject(project, asked, world));
  // A project that could not be opened may share a folder.
  const orphans = diagnostics.some(isError) ? [] : compareFolders(projects, world);
  const found = compared.flatMap(({ findings }) => findings);
  const others = otherConflicts(projects, asked, world).filter(
    ({ diagnostic: { span } }) => !found.some(({ diagnostic }) => diagnostic.span?.source.path === span?.source.path),
  );
  return {
    findings: [...found, ...orphans, ...others].map((finding) => strictly(finding, asked)),
    diagnostics: compared.flatMap((one) => one.diagnostics),
    made: compared.flatMap(({ made }) => made),
    folders: projects.map((project) => outputFolderOf(project, world)),
  };
}

function compareProject(project: OpenProject, asked: Asked, world: World): ComparedTexts {
  const output = outputFolderOf(project, world);
  const texts = compareTexts(project, output, asked, world);
  const others = [compareStamped, compareListed].map((compare) => compare(project, output, asked, world));
  return {
    findings: [
      ...texts.findings,
      ...others.flatMap(({ findings }) => findings),
      ...compareGallery(project, output, world),
    ],
    diagnostics: [...texts.diagnostics, ...others.flatMap(({ diagnostics }) => diagnostics)],
    made: texts.made,
  };
}

function compareFolders(projects: readonly OpenProject[], world: World): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [folder, sharing] of knownFolders(projects, world))
    findings.push(...reportOrphans(sharing, { folder, manifest: readManifest(folder, world) }, world));
  return findings;
}

/** Conflicts in the manifest, which the next run writes whole, and in files of flows that have errors, perhaps a conflict too. */
function otherConflicts(projects: readonly OpenProject[], { paths }: Asked, world: World): readonly Finding[] {
  const searched = new Map<string, boolean>();
  for (const project of projects) {
    const { folder } = outputFolderOf(project, world);
    searched.set(folder, searched.get(folder) === true || (paths.length === 0 && project.all === null));
  }
  return [...searched].flatMap(([folder, isBroken]): Finding[] => {
    const listed = isBroken ? [...readManifest(folder, world).keys()] : [];
    return [MANIFEST, ...listed].flatMap((name): Finding[] => {
      const file = join(folder, name);
      const conflict = conflictIn(file, readBytes(file, world), world);
      if (!conflict) return [];
      const diagnostic = mergeConflict(conflict, fixWith('authflow render'));
      return [{ verdict: 'conflict', diagnostic, compiled: null, format: null, difference: null }];
    });
  });
}

/** `--strict-tool`: differences caused by a new version of authflow count as errors. */
function strictly(finding: Finding, { options }: Asked): Finding {
  if (finding.verdict !== 'tool' || !options.strictTool) return finding;
  return { ...finding, diagnostic: { ...finding.diagnostic, severity: 'error' } };
}
