/** Checks documents: finds blocks that differ from what `embed` would write. */
import { resolve } from 'node:path';
import {
  changedLine,
  editedBlock,
  findCited,
  isTouched,
  openCitations,
  openPictureReport,
  readDocuments,
  SHOWN_PICTURES,
} from '../embed/index.js';
import { quoteWord } from '../grammar/index.js';
import type { Request } from '../grammar/index.js';
import { documentsOf, isInShard, isShipped, openProjects, readDesign, samplesOf } from '../project/index.js';
import type { MadeFlow, Project, Projects } from '../project/index.js';
import { count, formatDiff, styleFor } from '../terminal/index.js';
import type { Outcome } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { embedFlows } from '../../docs/index.js';
import { embeddable } from '../../render.js';
import type { EmbeddedBlock, EmbeddedDocument } from '../../docs/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import type { AskedFiles } from './asked-files.js';
import type { OpenFolder } from './open-folder.js';
import { isOfOtherRelease } from './other-release.js';
import type { Summary } from './report.js';

interface CheckedDocuments extends Required<Pick<Outcome, 'diagnostics' | 'paths' | 'codes'>> {
  /** How many blocks were checked. */
  readonly blocks: number;
  readonly stale: readonly StaleDocument[];
  /** The places of the first blocks that differ only since the release does, one for each document. */
  readonly ofOtherRelease: readonly Span[];
  /** Documents with findings that are only notices so far, because no configuration names the documents. */
  readonly unnamed: readonly string[];
  readonly projects: readonly Project[];
}

interface StaleDocument {
  readonly source: Source;
  readonly wanted: string;
  /** Whether writing it would lose manual edits. */
  readonly isEdited: boolean;
}

interface CheckedFlows {
  readonly files: AskedFiles;
  /** The paths as in messages. */
  readonly paths: ReadonlySet<string>;
  /** Whether another shard may check more of the flows that were asked for. */
  readonly haveOthers: boolean;
  readonly made: readonly MadeFlow[];
  readonly openFolder: OpenFolder;
}

interface OpenDocuments extends Projects {
  /** Whether the command line names the documents. */
  readonly isNamed: boolean;
  /** Whether all blocks are checked, and not only those of checked flows and of what changed. */
  readonly isWhole: boolean;
  /** Whether they are opened for the checked flows only. */
  readonly isForFlows: boolean;
}

/** Opens the documents that were named, and those of the projects. */
export async function openDocuments(
  { documents: named }: AskedFiles,
  request: Request,
  world: World,
): Promise<readonly OpenDocuments[]> {
  const isSince = request.options.since !== undefined;
  const isNamed = request.paths.length > 0;
  const open = (paths: readonly string[]) => openProjects({ ...request, paths }, world, documentsOf);
  return [
    ...(!isNamed || named.length > 0
      ? [{ ...(await open(named)), isNamed, isWhole: !isSince, isForFlows: false }]
      : []),
    ...(isNamed && !isSince ? [{ ...(await open([])), isNamed: false, isWhole: false, isForFlows: true }] : []),
  ];
}

/** The paths, as in messages, of flows that these documents may show. */
export const citedFlows = (opened: readonly OpenDocuments[], world: World): ReadonlySet<string> =>
  new Set(
    opened.flatMap(({ projects }) => projects.flatMap(({ paths }) => paths.flatMap((path) => findCited(path, world)))),
  );

/**
 * Checks named documents as a whole. Of the documents of the projects, checks all if nothing is named, otherwise the blocks that
 * cite a checked flow, and documents that changed. Of several shards, each checks its documents as a whole, and the blocks in
 * others that cite its flows.
 */
export async function checkDocuments(
  opened: readonly OpenDocuments[],
  { files: { changes, haveDeleted }, paths: flows, haveOthers, ...rest }: CheckedFlows,
  { options }: Request,
  world: World,
): Promise<CheckedDocuments> {
  const isOwn = ({ config }: Project, path: string) =>
    isInShard(resolve(world.cwd, path), options.shard, config, world);
  const chooseTouched: ChooseBlocks = (project, source, embedded) =>
    changes && isOwn(project, source.path) && isTouched({ project, source, embedded }, changes, world)
      ? embedded.blocks
      : embedded.blocks.filter(({ flowPath }) => flowPath !== null && flows.has(flowPath));
  const haveFlows = flows.size > 0 || haveOthers;
  const rounds = opened.filter(({ isForFlows }) => !isForFlows || haveFlows || haveDeleted);
  const checked: CheckedProject[] = [];
  const seen = new Set<string>();
  for (const { projects, isWhole, isNamed } of rounds) {
    for (const project of projects) {
      const all = project.paths.filter((path) => !seen.has(path));
      all.forEach((path) => seen.add(path));
      const paths = isWhole ? all.filter((path) => isOwn(project, path)) : all;
      const choose = isWhole ? chooseAll : chooseTouched;
      const found = await checkProject({ ...project, paths }, { choose, ...rest, options }, world);
      checked.push(project.config.shape.docs === undefined && !isNamed ? asNotices(found) : found);
    }
  }
  return {
    diagnostics: [...rounds, ...checked].flatMap(({ diagnostics }) => diagnostics),
    paths: checked.flatMap(({ paths }) => paths),
    codes: rounds.flatMap(({ codes }) => codes),
    blocks: checked.reduce((sum, { blocks }) => sum + blocks, 0),
    stale: checked.flatMap(({ stale }) => stale),
    ofOtherRelease: checked.flatMap(({ ofOtherRelease }) => ofOtherRelease),
    unnamed: checked.flatMap(({ unnamed }) => unnamed),
    projects: rounds.flatMap(({ projects }) => projects),
  };
}

type CheckedProject = Omit<CheckedDocuments, 'projects'>;

/**
 * Documents without a configuration that names them are new to `check`. In 0.3, their findings are errors; a picture that readers
 * do not see is one already now.
 */
function asNotices(checked: CheckedProject): CheckedProject {
  const isNotice = (found: Diagnostic) => isError(found) && found.code !== SHOWN_PICTURES;
  const unnamed = checked.diagnostics.filter(isNotice).flatMap(({ span }) => span?.source.path ?? []);
  const diagnostics = checked.diagnostics.map((found) =>
    isNotice(found) ? { ...found, severity: 'info' as const } : found,
  );
  return { ...checked, diagnostics, unnamed: [...new Set(unnamed)] };
}

type ChooseBlocks = (project: Project, source: Source, embedded: EmbeddedDocument) => readonly EmbeddedBlock[];

const chooseAll: ChooseBlocks = (_project, _source, { blocks }) => blocks;

interface Checking extends Pick<CheckedFlows, 'made' | 'openFolder'> {
  /** Chooses the blocks to check. */
  readonly choose: ChooseBlocks;
  readonly options: Request['options'];
}

async function checkProject(
  project: Project,
  { choose, made, openFolder, options }: Checking,
  world: World,
): Promise<CheckedProject> {
  const { design, diagnostics } = await readDesign(project, world);
  const { documents, ...read } = readDocuments(project.paths, world, { samples: samplesOf(project.config) });
  const found = [...read.diagnostics];
  const stale: StaleDocument[] = [];
  const ofOtherRelease: Span[] = [];
  const paths: string[] = [];
  let blocks = 0;
  if (!design)
    return {
      diagnostics: [...diagnostics, ...found],
      paths: read.paths,
      codes: [],
      blocks,
      stale,
      ofOtherRelease,
      unnamed: [],
    };
  const cite = openCitations({ ...project, design, made }, world);
  const reportPictures = openPictureReport(project, { missing: 'error', options }, world);
  for (const { source } of documents) {
    const embedded = await embedFlows(source, cite(source.path), embeddable);
    const chosen = choose(project, source, embedded);
    const isOfOthers = embedded.blocks.length > 0 || (choose !== chooseAll && embedded.diagnostics.length === 0);
    if (chosen.length === 0 && isOfOthers) continue;
    paths.push(source.path);
    blocks += chosen.length;
    const older = options.strictTool
      ? []
      : chosen.filter((block) => isBlockOfOtherRelease(block, { made, openFolder }, world));
    ofOtherRelease.push(...older.slice(0, 1).map(({ begin }) => begin.span));
    const findings = reportBlocks({ ...embedded, blocks: chosen.filter((block) => !older.includes(block)) }, world);
    found.push(...findings, ...(await reportPictures(source, chosen)));
    const { text } = embedded;
    if (text !== null && findings.some(isError))
      stale.push({ source, wanted: text, isEdited: chosen.some(({ state }) => state === 'edited') });
  }
  return { diagnostics: found, paths, codes: [], blocks, stale, ofOtherRelease, unnamed: [] };
}

/** A block without text was never written. */
function isBlockOfOtherRelease(
  { state, text, flowPath }: EmbeddedBlock,
  { made, openFolder }: Pick<Checking, 'made' | 'openFolder'>,
  world: World,
): boolean {
  if (state !== 'stale' || text === '' || world.release === null) return false;
  if (flowPath === null || isShipped(resolve(world.cwd, flowPath), world)) return true;
  const flow = made.find(({ compiled }) => compiled.source.path === flowPath);
  return flow !== undefined && isOfOtherRelease(flow.compiled, flow.project, openFolder(flow.project), world);
}

const reportBlocks = ({ blocks, diagnostics }: EmbeddedDocument, world: World): readonly Diagnostic[] => [
  ...diagnostics,
  ...blocks.flatMap((block) => {
    if (block.state === 'current') return [];
    return [block.state === 'edited' ? editedBlock(block, world) : staleBlock(block)];
  }),
];

function staleBlock(block: EmbeddedBlock): Diagnostic {
  const { text, flowPath, begin } = block;
  const source = flowPath === null ? 'this version of authflow prints' : `${flowPath} renders to`;
  return {
    code: 'current-output',
    severity: 'error',
    message: text === '' ? 'this block is empty' : `this block differs from what ${source}`,
    span: changedLine(block),
    hint: `fix with: authflow embed ${quoteWord(begin.span.source.path)}`,
  };
}

/** One diff after the other on standard output, as `git apply` takes them. */
export async function printDocumentDiffs(
  { stale }: CheckedDocuments,
  { stdout, env }: Pick<World, 'stdout' | 'env'>,
): Promise<void> {
  for (const { source, wanted } of stale) stdout.write(await formatDiff(source, wanted, styleFor(stdout, env)));
}

/** Says that blocks are current, or gives the command that updates them; undefined where there is nothing to report. */
export function summarizeDocuments({
  stale,
  ofOtherRelease,
  unnamed,
  blocks,
  diagnostics,
}: CheckedDocuments): Summary | undefined {
  const fixable = stale.filter(({ isEdited }) => !isEdited).map(({ source }) => quoteWord(source.path));
  const later =
    unnamed.length === 0
      ? []
      : [
          'such notices are errors from 0.3 on, and already now in documents that authflow.config.yaml names under "docs"',
        ];
  if (fixable.length > 0) {
    const said = [`${count(fixable.length, 'document')} not current`, ...later].join('\n');
    return { said, fix: `authflow embed ${fixable.join(' ')}` };
  }
  if (later.length > 0) return { said: later.join('') };
  if (blocks === 0 || diagnostics.some(isError) || ofOtherRelease.length > 0) return undefined;
  return { said: `${count(blocks, 'block')} in documents: current` };
}
