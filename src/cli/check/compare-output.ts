/** Output folders, against what the flows of their projects render to. */
import { resolve } from 'node:path';
import { projectsByFolder, readManifest } from '../output/index.js';
import { DEFAULT_OUT } from '../project/index.js';
import type { OpenFlows, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { isError } from '../../source/index.js';
import { compareGallery } from './compare-gallery.js';
import { comparePictures } from './compare-pictures.js';
import { compareTexts } from './compare-texts.js';
import type { ComparedTexts } from './compare-texts.js';
import { reportOrphans } from './find-orphans.js';
import type { Asked, Finding } from './finding.js';

export async function compareOutput(
  { projects, diagnostics }: OpenFlows,
  asked: Asked,
  world: World,
): Promise<ComparedTexts> {
  // What a broken flow would make is not known, nor what those make that were not asked for.
  const isWhole = asked.paths.length === 0 && !diagnostics.some(isError);
  const compared: ComparedTexts[] = [];
  for (const project of projects) compared.push(await compareProject(project, { asked, isWhole }, world));
  const orphans = isWhole ? compareFolders(projects, world) : [];
  return {
    findings: [...compared.flatMap(({ findings }) => findings), ...orphans].map((finding) => strictly(finding, asked)),
    diagnostics: compared.flatMap((one) => one.diagnostics),
    made: compared.flatMap(({ made }) => made),
  };
}

async function compareProject(
  project: OpenProject,
  { asked, isWhole }: { readonly asked: Asked; readonly isWhole: boolean },
  world: World,
): Promise<ComparedTexts> {
  const folder = resolve(world.cwd, project.options.out ?? DEFAULT_OUT);
  const output = { folder, manifest: readManifest(folder, world) };
  const texts = await compareTexts(project, output, asked, world);
  const pictures = await comparePictures(project, output, asked, world);
  const gallery = isWhole ? await compareGallery(project, texts.made, output, world) : [];
  return {
    findings: [...texts.findings, ...pictures.findings, ...gallery],
    diagnostics: [...texts.diagnostics, ...pictures.diagnostics],
    made: texts.made,
  };
}

function compareFolders(projects: readonly OpenProject[], world: World): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [folder, sharing] of projectsByFolder(projects, world))
    findings.push(...reportOrphans(sharing, { folder, manifest: readManifest(folder, world) }, world));
  return findings;
}

/** `--strict-tool`: what another version would make otherwise is a finding like any other. */
function strictly(finding: Finding, { options }: Asked): Finding {
  if (finding.verdict !== 'tool' || !options.strictTool) return finding;
  return { ...finding, diagnostic: { ...finding.diagnostic, severity: 'error' } };
}
