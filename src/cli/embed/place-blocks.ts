/** Writes empty blocks in the place of diagrams, and keeps those that embed finds again. */
import { posix } from 'node:path';
import { blockPrefix, documentKind, emptyBlock, findBlocks, quoteValue } from '../../docs/index.js';
import type { DocumentKind } from '../../docs/index.js';
import type { ImportedFlow } from '../../import/index.js';
import type { Source } from '../../source/index.js';

export interface PlacedFlow {
  readonly imported: ImportedFlow;
  /** The flow file, relative to the working folder. */
  readonly path: string;
}

interface PlacedBlocks {
  readonly text: string;
  /** The flows whose blocks are in the text. The others are where no block can be. */
  readonly placed: readonly PlacedFlow[];
}

/** Asks the finder of blocks itself, so that there is one notion of where a block may be. */
export async function placeBlocks(page: Source, flows: readonly PlacedFlow[]): Promise<PlacedBlocks> {
  const { text, begins } = writeBlocks(page, flows);
  const { blocks } = await findBlocks({ path: page.path, text });
  const starts = new Set(blocks.map(({ begin }) => begin.span.start));
  const placed = flows.filter((_, index) => starts.has(begins[index] ?? -1));
  return placed.length === flows.length ? { text, placed } : placeBlocks(page, placed);
}

/** `begins`: the offsets of the begin markers. */
function writeBlocks(page: Source, flows: readonly PlacedFlow[]): { text: string; begins: readonly number[] } {
  const begins: number[] = [];
  let [text, from] = ['', 0];
  for (const flow of flows) {
    const { start, end } = flow.imported.span;
    text += page.text.slice(from, start);
    const block = writeBlock(flow, page);
    begins.push(text.length + block.search(/\[\/\/\]: # "authflow:begin|\/\/ authflow:begin/));
    text += block;
    from = end;
  }
  return { text: text + page.text.slice(from), begins };
}

function writeBlock({ imported: { span, frame }, path }: PlacedFlow, page: Source): string {
  const kind = documentKind(page.path) ?? 'markdown';
  const isOwn = frame?.isNamed === true && !usualFences[kind].includes(frame.open);
  const fence = isOwn ? ` fence=${quoteValue(frame.open)}` : '';
  const words = quoteValue(posix.relative(posix.dirname(page.path), path)) + fence;
  const lineBreak = page.text.includes('\r\n') ? '\r\n' : '\n';
  const above = page.text.slice(0, span.start).split('\n').at(-2) ?? '';
  if (kind === 'asciidoc') {
    // A comment does not end the paragraph above it, and a blank line would end the item that a "+" continues; a block's
    // title does not belong into ours.
    const gap = isBlank(above) || /^(?:\+|\[.*\]|\.[^\s.].*)$/s.test(above.trimEnd()) ? [] : [''];
    const [, title] = /^\[[^\n]*\]\s*\n(\.[^\s.][^\r\n]*)/.exec(page.text.slice(span.start, span.end)) ?? [];
    return [...gap, ...(title === undefined ? [] : [title]), ...emptyBlock(words, kind)].join(lineBreak);
  }
  const [, before = ''] = /^(.*?)(?:`{3,}|~{3,}|:{3,}|<|\{)/.exec(page.text.slice(span.start)) ?? [];
  const prefix = blockPrefix(before);
  const block = emptyBlock(words, kind).map((line, index) => ((index === 0 ? before : prefix) + line).trimEnd());
  // Unlike code, a link definition can't directly follow a paragraph (CommonMark §4.7).
  const gap = before !== prefix || isBlank(above) ? '' : prefix.trimEnd() + lineBreak;
  const [, below = ''] = page.text.slice(span.end).split('\n', 2);
  const after = isBlank(below) ? '' : lineBreak + prefix.trimEnd();
  return gap + block.join(lineBreak) + after;
}

/** What means the same as what a block of Mermaid begins with by itself. */
const usualFences: Readonly<Record<DocumentKind, readonly string[]>> = {
  markdown: ['```mermaid'],
  mdx: ['```mermaid'],
  asciidoc: ['[source,mermaid]', '```mermaid'],
};

const isBlank = (line: string): boolean => line.replace(/[\s>]/g, '') === '';
