/** Compares output folders with what the flows of their projects render to. */
import { knownFolders, readManifest } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import type { OpenFlows, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';
import { compareGallery } from './compare-gallery.js';
import { compareListed } from './compare-listed.js';
import { compareStamped } from './compare-stamped.js';
import { compareTexts } from './compare-texts.js';
import type { ComparedTexts } from './compare-texts.js';
import { reportOrphans } from './find-orphans.js';
import type { Asked, Finding } from './finding.js';
import { outputFolderOf } from './other-release.js';

interface ComparedOutput extends ComparedTexts {
  readonly folders: readonly OutputFolder[];
}

export function compareOutput({ projects, diagnostics }: OpenFlows, asked: Asked, world: World): ComparedOutput {
  const compared = projects.map((project) => compareProject(project, asked, world));
  // A project that could not be opened may share a folder.
  const orphans = diagnostics.some(isError) ? [] : compareFolders(projects, world);
  return {
    findings: [...compared.flatMap(({ findings }) => findings), ...orphans].map((finding) => strictly(finding, asked)),
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

/** `--strict-tool`: differences caused by a new version of authflow count as errors. */
function strictly(finding: Finding, { options }: Asked): Finding {
  if (finding.verdict !== 'tool' || !options.strictTool) return finding;
  return { ...finding, diagnostic: { ...finding.diagnostic, severity: 'error' } };
}
