/** Finds the blocks of a document that authflow maintains. */
import { countWhile } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { findAsciidocMarkers } from './asciidoc-markers.js';
import { readBlockText } from './block-text.js';
import { documentKind } from './document-kind.js';
import { MARK } from './marker.js';
import type { Marker } from './marker.js';
import type { FoundMarkers, Heading } from './markdown-markers.js';
import { crossedEnd, missingBegin, missingEnd, secondBegin } from './mistakes.js';

export interface MarkedBlock {
  readonly begin: Marker;
  readonly end: Marker;
  /** The whole lines between the markers. */
  readonly between: Span;
  /** The text between the markers, without the prefix of its list or quote and without blank lines at the ends; LF. */
  readonly text: string;
  /** The depth of the heading above it; 0 where there is none. */
  readonly depth: number;
}

interface FoundBlocks {
  /** The blocks in order. */
  readonly blocks: readonly MarkedBlock[];
  /** If there is an error, nothing may be written. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function findBlocks(source: Source): Promise<FoundBlocks> {
  // The parser is loaded only for documents with a block.
  if (!source.text.includes(MARK)) return { blocks: [], diagnostics: [] };
  const { markers, headings, diagnostics } = await findMarkers(source);
  const paired = pairMarkers(markers);
  const own = ownHeadings(headings, paired.blocks);
  const blocks = paired.blocks.map(({ begin, end }) => readBlock(begin, end, own));
  return { blocks, diagnostics: [...diagnostics, ...paired.diagnostics] };
}

async function findMarkers(source: Source): Promise<FoundMarkers> {
  const kind = documentKind(source.path) ?? 'markdown';
  if (kind === 'asciidoc') return findAsciidocMarkers(source);
  const { findMarkdownMarkers } = await import('./markdown-markers.js');
  return findMarkdownMarkers(source, kind === 'mdx');
}

type Pair = Pick<MarkedBlock, 'begin' | 'end'>;

function pairMarkers(markers: readonly Marker[]): {
  readonly blocks: readonly Pair[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const blocks: Pair[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: Marker | null = null;
  for (const marker of markers) {
    if (marker.edge === 'begin') {
      if (open) diagnostics.push(secondBegin(marker, open));
      open ??= marker;
      continue;
    }
    if (open === null) diagnostics.push(missingBegin(marker));
    else if (open.container !== marker.container) diagnostics.push(crossedEnd(marker, open));
    else blocks.push({ begin: open, end: marker });
    open = null;
  }
  return { blocks, diagnostics: open ? [...diagnostics, missingEnd(open)] : diagnostics };
}

/** A heading inside a block is not the document's own. All are in order. */
function ownHeadings(headings: readonly Heading[], pairs: readonly Pair[]): readonly Heading[] {
  let next = 0;
  return headings.filter(({ offset }) => {
    while ((pairs[next]?.end.span.start ?? Infinity) <= offset) next += 1;
    return offset <= (pairs[next]?.begin.span.start ?? Infinity);
  });
}

function readBlock(begin: Marker, end: Marker, headings: readonly Heading[]): MarkedBlock {
  const { source } = begin.span;
  const start = source.text.indexOf('\n', begin.span.end) + 1;
  const between = { source, start, end: source.text.lastIndexOf('\n', end.span.start - 1) + 1 };
  const above = countWhile(headings, ({ offset }) => offset < begin.span.start);
  return {
    begin,
    end,
    between,
    text: readBlockText(source.text.slice(between.start, between.end), begin.prefix),
    depth: headings[above - 1]?.depth ?? 0,
  };
}
