/** What `check` finds in documents: blocks that are not what `embed` would write. */
import { isError } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import { documentKind } from '../docs/document.js';
import type { EmbeddedBlock, EmbeddedDocument } from '../docs/embed-flows.js';
import type { Source } from '../source.js';
import type { MadeFlow } from './check/compare-texts.js';
import type { Outcome, Request } from './command.js';
import { documentsOf, openProjects } from './config/projects.js';
import type { Project } from './config/projects.js';
import { formatDiff } from './diff.js';
import { readDocuments } from './documents.js';
import { quoteWord } from './options.js';
import { count } from './printable.js';
import { readDesign } from './read-design.js';
import { changedLine, editedBlock } from './report-blocks.js';
import { styleFor } from './style.js';
import type { World } from './world.js';

export interface CheckedDocuments extends Required<Pick<Outcome, 'diagnostics' | 'paths' | 'codes'>> {
  /** How many blocks were looked at. */
  readonly blocks: number;
  readonly stale: readonly StaleDocument[];
}

export interface StaleDocument {
  readonly source: Source;
  readonly wanted: string;
  /** Writing it would lose what a hand wrote. */
  readonly isEdited: boolean;
}

/** Which of the paths that `check` is given are documents, and which are flows. */
export function splitPaths(paths: readonly string[]): { readonly flows: string[]; readonly documents: string[] } {
  const isDocument = (path: string) => documentKind(path) !== null;
  return { flows: paths.filter((path) => !isDocument(path)), documents: paths.filter(isDocument) };
}

export interface CheckedFlows {
  /** As messages print them. */
  readonly paths: ReadonlySet<string>;
  readonly made: readonly MadeFlow[];
}

/** The documents that are named, or else those of the configuration; where flows are named, only the blocks that cite them. */
export async function checkDocuments(
  request: Request,
  { paths: flows, made }: CheckedFlows,
  world: World,
): Promise<CheckedDocuments> {
  const split = splitPaths(request.paths);
  const { projects, ...opened } = await openProjects({ ...request, paths: split.documents }, world, documentsOf);
  // Flows were named and documents not: then these are looked at for the flows' sake.
  const isCited = ({ flowPath }: Pick<EmbeddedBlock, 'flowPath'>) =>
    split.documents.length > 0 || split.flows.length === 0 || flows.has(flowPath);
  const checked: CheckedDocuments[] = [];
  for (const project of projects) checked.push(await checkProject(project, { isCited, made }, world));
  return {
    diagnostics: [...opened.diagnostics, ...checked.flatMap(({ diagnostics }) => diagnostics)],
    paths: checked.flatMap(({ paths }) => paths),
    codes: opened.codes,
    blocks: checked.reduce((sum, { blocks }) => sum + blocks, 0),
    stale: checked.flatMap(({ stale }) => stale),
  };
}

async function checkProject(
  project: Project,
  { isCited, made }: { readonly isCited: (block: EmbeddedBlock) => boolean } & Pick<CheckedFlows, 'made'>,
  world: World,
): Promise<CheckedDocuments> {
  const { design, diagnostics } = await readDesign(project, world);
  const { documents, paths, ...read } = readDocuments(project.paths, world);
  const found = [...read.diagnostics];
  const stale: StaleDocument[] = [];
  let blocks = 0;
  if (!design) return { diagnostics: [...diagnostics, ...found], paths, codes: [], blocks, stale };
  const { openCitations } = await import('./cite-flows.js');
  const { embedFlows } = await import('../docs/embed-flows.js');
  const cite = openCitations({ ...project, design, made }, world);
  for (const { source } of documents) {
    const embedded = await embedFlows(source, cite(source.path));
    const cited = embedded.blocks.filter(isCited);
    if (cited.length === 0 && embedded.blocks.length > 0) continue;
    blocks += cited.length;
    const findings = reportBlocks({ ...embedded, blocks: cited });
    found.push(...findings);
    const { text } = embedded;
    if (text !== null && findings.some(isError))
      stale.push({ source, wanted: text, isEdited: cited.some(({ state }) => state === 'edited') });
  }
  return { diagnostics: found, paths, codes: [], blocks, stale };
}

const reportBlocks = ({ blocks, diagnostics }: EmbeddedDocument): readonly Diagnostic[] => [
  ...diagnostics,
  ...blocks.flatMap((block) => {
    if (block.state === 'current') return [];
    return [block.state === 'edited' ? editedBlock(block) : staleBlock(block)];
  }),
];

function staleBlock(block: EmbeddedBlock): Diagnostic {
  const { text, flowPath, begin } = block;
  return {
    code: 'current-output',
    severity: 'error',
    message: text === '' ? 'this block is empty' : `this block differs from what ${flowPath} renders to`,
    span: changedLine(block),
    hint: `mend it with: authflow embed ${quoteWord(begin.span.source.path)}`,
  };
}

/** One diff after the other on standard output, as `git apply` takes them. */
export async function printDocumentDiffs(
  { stale }: CheckedDocuments,
  { stdout, env }: Pick<World, 'stdout' | 'env'>,
): Promise<void> {
  for (const { source, wanted } of stale) stdout.write(await formatDiff(source, wanted, styleFor(stdout, env)));
}

/** What is current, or the command that makes it so; undefined where there is nothing to say. */
export function summarizeDocuments({ stale, blocks, diagnostics }: CheckedDocuments): string | undefined {
  const mendable = stale.filter(({ isEdited }) => !isEdited).map(({ source }) => quoteWord(source.path));
  if (mendable.length > 0) {
    return `${count(mendable.length, 'document')} not current; mend it with:\n\n  authflow embed ${mendable.join(' ')}\n`;
  }
  return blocks === 0 || diagnostics.some(isError) ? undefined : `${count(blocks, 'block')} in documents: current`;
}
