/** Compares output folders with what the flows of their projects render to. */
import { join } from 'node:path';
import { GALLERY_FILE, knownFolders, readBytes } from '../output/index.js';
import { isFirstShard, MANIFEST } from '../project/index.js';
import type { CompiledFlow, DesignedProject, OpenFlows, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { mergeConflict } from '../../source/index.js';
import type { Artifact } from '../../render.js';
import { compareGallery } from './compare-gallery.js';
import type { CurrentPicture } from './compare-drawn.js';
import { compareListed } from './compare-listed.js';
import { compareStamped } from './compare-stamped.js';
import { compareTexts } from './compare-texts.js';
import { reportOrphans } from './find-orphans.js';
import { conflictIn, fixWith } from './finding.js';
import type { Asked, Compared, FilledFolder, Finding } from './finding.js';
import type { OpenFolder } from './open-folder.js';
import { isOfOtherRelease } from './other-release.js';

export interface ComparedFlow extends Compared {
  /** The texts that the flow renders to. */
  readonly artifacts: readonly Artifact[];
  /** Those that are to be drawn again. */
  readonly drawn: readonly CurrentPicture[];
  /** Whether only another release can be why a gallery differs that the manifest does not list. */
  readonly isOlder: boolean;
}

/** Compares one flow of a project. */
export function compareFlow(
  compiled: CompiledFlow,
  project: DesignedProject,
  output: FilledFolder,
  asked: Asked,
  world: World,
): ComparedFlow {
  const { artifacts, ...texts } = compareTexts(compiled, project, output, asked, world);
  const textsDiffer = texts.findings.some(({ verdict }) => verdict === 'stale');
  const { drawn, ...pictures } = compareStamped(compiled, { project, output, textsDiffer }, asked, world);
  const compared = [texts, pictures, compareListed(compiled, project, output, asked, world)];
  const isAsked = project.config.shape.gallery !== undefined && !output.manifest.has(GALLERY_FILE);
  return {
    findings: compared.flatMap(({ findings }) => findings).map((finding) => strictly(finding, asked)),
    diagnostics: compared.flatMap(({ diagnostics }) => diagnostics),
    artifacts,
    drawn,
    isOlder: isAsked && isOfOtherRelease(compiled, project, output, world),
  };
}

type Opened = OpenFlows<Pick<ComparedFlow, 'findings' | 'isOlder'>>;

/** Compares what depends on all flows: galleries and files that no flow produces, once for all shards; conflicts. */
export function compareWhole(
  { projects, isComplete }: Opened,
  open: OpenFolder,
  asked: Asked,
  world: World,
): readonly Finding[] {
  const isFirst = isFirstShard(asked.options.shard);
  const galleries = isFirst ? projects.flatMap((project) => compareGallery(project, open(project), world)) : [];
  // A project that could not be opened may share a folder.
  const folders = isFirst && isComplete ? knownFolders(projects, world) : [];
  const orphans = [...folders].flatMap(([, sharing]) =>
    sharing.slice(0, 1).flatMap((project) => reportOrphans(sharing, open(project), world)),
  );
  const found = [...projects.flatMap(({ flows }) => flows.flatMap(({ findings }) => findings)), ...galleries];
  const places = new Set(found.map(({ diagnostic: { span } }) => span?.source.path));
  const conflicts = projects
    .flatMap((project) => otherConflicts(project, open(project), asked, world))
    .filter(({ diagnostic: { span } }) => !places.has(span?.source.path));
  return [...galleries, ...orphans, ...conflicts].map((finding) => strictly(finding, asked));
}

/** Conflicts in the manifest, which the next run writes whole, and in files of flows that have errors, perhaps a conflict too. */
function otherConflicts(
  { broken, isWhole }: Pick<OpenProject, 'broken' | 'isWhole'>,
  { folder, listed }: FilledFolder,
  { paths }: Asked,
  world: World,
): readonly Finding[] {
  const isSearched = (id: string): boolean => paths.length === 0 && (broken.has(id) || !isWhole);
  const files = [...listed].flatMap(([id, names]) => (isSearched(id) ? names : []));
  return [MANIFEST, ...files].flatMap((name): Finding[] => {
    const file = join(folder, name);
    const conflict = conflictIn(file, readBytes(file, world), world);
    if (!conflict) return [];
    const diagnostic = mergeConflict(conflict, fixWith('authflow render'));
    return [{ verdict: 'conflict', diagnostic, compiled: null, format: null, difference: null }];
  });
}

/** `--strict-tool`: differences caused by a new version of authflow count as errors. */
function strictly(finding: Finding, { options }: Asked): Finding {
  if (finding.verdict !== 'tool' || !options.strictTool) return finding;
  return { ...finding, diagnostic: { ...finding.diagnostic, severity: 'error' } };
}
