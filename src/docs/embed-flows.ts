/** Writes flows into a document, and says which blocks are not current. Pure: the flows are passed in. */
import type { Flow } from '../model/index.js';
import { findMergeConflict, isError, mergeConflict } from '../source/index.js';
import type { Diagnostic, Report, Source, Span } from '../source/index.js';
import { readCitation } from './citation.js';
import type { Embeddings } from './embedding.js';
import type { Citation } from './citation.js';
import { blockContents, foldMarks, manualContents } from './contents/index.js';
import type { CitedFlow, ManualPart } from './contents/index.js';
import { checksumOf, documentKind, findBlocks, sealMarker, TABLE, writeBlockText } from './markers/index.js';
import type { MarkedBlock } from './markers/index.js';

/** Null, with a diagnostic, where the flow does not exist or has errors, or where the manual has no such part. */
export type CiteFlow = (citation: Citation, report: Report) => CitedFlow | ManualPart | null;

/** What a block shows of a flow. */
export interface ShownFlow {
  readonly citation: Citation;
  readonly flow: Flow;
  /** The flow file, and the files that it includes and extends. */
  readonly sources: readonly Source[];
  /** Pictures outside of the document, as the block names them. */
  readonly pictures: readonly string[];
}

export interface EmbeddedBlock extends MarkedBlock {
  /** The flow file's path, for messages; null for authflow's own manual. */
  readonly flowPath: string | null;
  /** Null for authflow's own manual. */
  readonly shown: ShownFlow | null;
  /** `edited`: it was changed by hand, and the change would be lost. */
  readonly state: 'current' | 'stale' | 'edited';
  /** The text that should be there. */
  readonly wanted: string;
}

export interface EmbeddedDocument {
  /** The document with every block current; null after an error. */
  readonly text: string | null;
  /** The blocks that could be made, in order. */
  readonly blocks: readonly EmbeddedBlock[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `outputs`: the outputs that a block can show. */
export async function embedFlows(source: Source, cite: CiteFlow, outputs: Embeddings): Promise<EmbeddedDocument> {
  const found = await findBlocks(source);
  const conflict = findMergeConflict(source);
  // A conflict across markers looks like mistakes in them.
  if (conflict && found.diagnostics.some(isError))
    return { text: null, blocks: [], diagnostics: [mergeConflict(conflict)] };
  const diagnostics = [...found.diagnostics];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  if (diagnostics.some(isError)) return { text: null, blocks: [], diagnostics };
  const blocks: EmbeddedBlock[] = [];
  const marks = foldMarks(textsAround(source, found.blocks));
  for (const block of found.blocks) {
    const embedded = embedBlock(block, { source, cite, outputs, report, foldMarks: marks });
    if (embedded) blocks.push(embedded);
  }
  const isWhole = blocks.length === found.blocks.length;
  return { text: isWhole ? await printDocument(source, blocks, report) : null, blocks, diagnostics };
}

interface EmbedContext {
  readonly source: Source;
  readonly cite: CiteFlow;
  readonly outputs: Embeddings;
  readonly report: Report;
  readonly foldMarks: number;
}

/** The document without what is in its blocks. */
function textsAround({ text }: Source, blocks: readonly MarkedBlock[]): readonly string[] {
  const starts = [0, ...blocks.map(({ between }) => between.end)];
  return starts.map((start, index) => text.slice(start, blocks[index]?.between.start));
}

function embedBlock(
  block: MarkedBlock,
  { source, cite, outputs, report, foldMarks }: EmbedContext,
): EmbeddedBlock | null {
  const citation = readCitation(block.begin, outputs, report);
  const cited = citation && cite(citation, report);
  if (!cited) return null;
  const place = {
    kind: documentKind(source.path) ?? 'markdown',
    depth: block.depth,
    prefix: block.begin.prefix,
    isInItem: isInItem(block),
    isInCell: isInCell(block),
    foldMarks,
  };
  const isManual = 'kind' in cited;
  const wanted = isManual ? manualContents(cited, place) : blockContents(citation, cited, place);
  if (wanted === null) return null;
  const state = stateOf(block, wanted);
  if (isManual) return { ...block, flowPath: null, shown: null, wanted, state };
  const pictures = picturesIn(wanted, citation, cited);
  const { flow, sources } = cited;
  return { ...block, flowPath: cited.path, shown: { citation, flow, sources, pictures }, wanted, state };
}

/** Not every form shows the picture for dark pages, and not every section of a page has one. */
function picturesIn(
  wanted: string,
  { embedding }: Citation,
  { pictures, parts, pagePictures }: CitedFlow,
): readonly string[] {
  if (embedding.kind === 'page') return pagePictures.filter((path) => wanted.includes(path));
  if (embedding.kind !== 'picture') return [];
  const shown = parts.length === 0 ? [pictures] : parts.map((part) => part.pictures);
  return shown.flatMap(({ light, dark }) => [light, ...(dark !== null && wanted.includes(dark) ? [dark] : [])]);
}

/** The last name of a container is that of the innermost. In AsciiDoc, a `+` on the line before continues an item. */
const isInItem = ({ begin: { container, span } }: MarkedBlock): boolean =>
  documentKind(span.source.path) === 'asciidoc'
    ? /^\+\s*$/.test(lineAbove(span))
    : /(?:^| )list\w+@[^ ]*$/.test(container);

const isInCell = ({ begin: { container } }: MarkedBlock): boolean => container.startsWith(`${TABLE}@`);

function lineAbove({ source: { text }, start }: Span): string {
  const end = text.lastIndexOf('\n', start - 1);
  return end === -1 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

function stateOf({ text, end }: MarkedBlock, wanted: string): EmbeddedBlock['state'] {
  const [, seal] = /(?:^|\s)checksum=(\S+)/.exec(end.words) ?? [];
  if (text === wanted) return seal === checksumOf(text) ? 'current' : 'stale';
  return text === '' || seal === checksumOf(text) ? 'stale' : 'edited';
}

/** Refuses a text that would change where the document's blocks are. */
async function printDocument(source: Source, blocks: readonly EmbeddedBlock[], report: Report): Promise<string | null> {
  if (blocks.every(({ state }) => state === 'current')) return source.text;
  const text = replaceBlocks(source, blocks);
  const again = await findBlocks({ path: source.path, text });
  const broken = blocks.find((block, index) => again.blocks[index]?.text !== block.wanted);
  if (!broken && !again.diagnostics.some(isError) && again.blocks.length === blocks.length) return text;
  report({
    code: 'markers-alone',
    severity: 'error',
    message: "a block can't be here: it would change how the rest of the document is read",
    span: (broken ?? blocks[0])?.begin.span,
    hint: 'move it out of the HTML or the list around it',
  });
  return null;
}

function replaceBlocks(source: Source, blocks: readonly EmbeddedBlock[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { between, end, begin, wanted, state } of blocks) {
    if (state === 'current') continue;
    const lineBreak = source.text.slice(Math.max(between.start - 2, 0), between.start) === '\r\n' ? '\r\n' : '\n';
    const gap = documentKind(source.path) === 'asciidoc' ? [] : [''];
    const text = writeBlockText([...gap, ...wanted.split('\n'), ...gap], begin.prefix, lineBreak);
    const marker = source.text.slice(between.end, end.span.end);
    pieces.push(source.text.slice(from, between.start), text, sealMarker(marker, checksumOf(wanted)));
    from = end.span.end;
  }
  return [...pieces, source.text.slice(from)].join('');
}
