/** Checks documents: finds blocks that differ from what `embed` would write. */
import { changedLine, editedBlock, openCitations, openPictureReport, readDocuments } from '../embed/index.js';
import { quoteWord } from '../grammar/index.js';
import type { Request } from '../grammar/index.js';
import { documentsOf, openProjects, readDesign, samplesOf } from '../project/index.js';
import type { MadeFlow, Project, Projects } from '../project/index.js';
import { count, formatDiff, styleFor } from '../terminal/index.js';
import type { Outcome } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { embedFlows } from '../../docs/index.js';
import { embeddable } from '../../render.js';
import type { EmbeddedBlock, EmbeddedDocument } from '../../docs/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import type { AskedFiles } from './asked-files.js';
import type { Summary } from './report.js';

interface CheckedDocuments extends Required<Pick<Outcome, 'diagnostics' | 'paths' | 'codes'>> {
  /** How many blocks were checked. */
  readonly blocks: number;
  readonly stale: readonly StaleDocument[];
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
  readonly made: readonly MadeFlow[];
}

/**
 * Checks named documents as a whole. Of the configuration's documents, checks all if no path is named, otherwise only the blocks
 * that cite a checked flow.
 */
export async function checkDocuments(
  { files: { documents: named }, paths: flows, made }: CheckedFlows,
  request: Request,
  world: World,
): Promise<CheckedDocuments> {
  const isNarrowed = request.paths.length > 0;
  const open = (paths: readonly string[]) => openProjects({ ...request, paths }, world, documentsOf);
  const rounds: (Projects & Pick<Checking, 'isCited'>)[] = [];
  if (!isNarrowed || named.length > 0) rounds.push({ ...(await open(named)), isCited: () => true });
  if (isNarrowed && flows.size > 0) {
    rounds.push({ ...(await open([])), isCited: ({ flowPath }) => flowPath !== null && flows.has(flowPath) });
  }
  const checked: Omit<CheckedDocuments, 'projects'>[] = [];
  const seen = new Set<string>();
  for (const { projects, isCited } of rounds) {
    for (const project of projects) {
      const paths = project.paths.filter((path) => !seen.has(path));
      paths.forEach((path) => seen.add(path));
      checked.push(await checkProject({ ...project, paths }, { isCited, made, options: request.options }, world));
    }
  }
  return {
    diagnostics: [...rounds, ...checked].flatMap(({ diagnostics }) => diagnostics),
    paths: checked.flatMap(({ paths }) => paths),
    codes: rounds.flatMap(({ codes }) => codes),
    blocks: checked.reduce((sum, { blocks }) => sum + blocks, 0),
    stale: checked.flatMap(({ stale }) => stale),
    projects: rounds.flatMap(({ projects }) => projects),
  };
}

interface Checking extends Pick<CheckedFlows, 'made'> {
  readonly isCited: (block: Pick<EmbeddedBlock, 'flowPath'>) => boolean;
  readonly options: Request['options'];
}

async function checkProject(
  project: Project,
  { isCited, made, options }: Checking,
  world: World,
): Promise<Omit<CheckedDocuments, 'projects'>> {
  const { design, diagnostics } = await readDesign(project, world);
  const { documents, paths, ...read } = readDocuments(project.paths, world, { samples: samplesOf(project.config) });
  const found = [...read.diagnostics];
  const stale: StaleDocument[] = [];
  let blocks = 0;
  if (!design) return { diagnostics: [...diagnostics, ...found], paths, codes: [], blocks, stale };
  const cite = openCitations({ ...project, design, made }, world);
  const reportPictures = openPictureReport(project, { missing: 'error', options }, world);
  for (const { source } of documents) {
    const embedded = await embedFlows(source, cite(source.path), embeddable);
    const cited = embedded.blocks.filter(isCited);
    if (cited.length === 0 && embedded.blocks.length > 0) continue;
    blocks += cited.length;
    const findings = reportBlocks({ ...embedded, blocks: cited }, world);
    found.push(...findings, ...(await reportPictures(source, cited)));
    const { text } = embedded;
    if (text !== null && findings.some(isError))
      stale.push({ source, wanted: text, isEdited: cited.some(({ state }) => state === 'edited') });
  }
  return { diagnostics: found, paths, codes: [], blocks, stale };
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
export function summarizeDocuments({ stale, blocks, diagnostics }: CheckedDocuments): Summary | undefined {
  const fixable = stale.filter(({ isEdited }) => !isEdited).map(({ source }) => quoteWord(source.path));
  if (fixable.length > 0) {
    return { said: `${count(fixable.length, 'document')} not current`, fix: `authflow embed ${fixable.join(' ')}` };
  }
  if (blocks === 0 || diagnostics.some(isError)) return undefined;
  return { said: `${count(blocks, 'block')} in documents: current` };
}
