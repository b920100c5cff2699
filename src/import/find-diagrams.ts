/** Finds Mermaid's sequence diagrams: a file that is one, or the blocks and tags of Markdown, MDX and AsciiDoc. */
import type { Source, Span } from '../source/index.js';
import { keepRanges, rangesOf, removeRanges, wholeOf } from './excerpt.js';
import type { Excerpt, Range } from './excerpt.js';
import { readFrontMatter, readHeading } from './heading.js';
import { splitLines } from './lines.js';
import type { Line } from './lines.js';
import { tagFinder } from './find-tag.js';
import type { Tag } from './find-tag.js';
import { isSequenceDiagram } from './split-diagram.js';

export interface FoundDiagram {
  /** The diagram's own lines, without what a quote or a list puts in front of them. */
  readonly excerpt: Excerpt;
  /** The whole block, with its fences. */
  readonly span: Span;
  /** The heading above it, in plain words, or ''. */
  readonly heading: string;
  /** It stands in a fenced block with the word `mermaid`, as authflow writes them. */
  readonly isFenced: boolean;
}

export function findDiagrams(source: Source): readonly FoundDiagram[] {
  const whole = withoutCarriageReturns(wholeOf(source));
  if (isSequenceDiagram(whole.text)) {
    return [{ excerpt: whole, span: { source, start: 0, end: source.text.length }, heading: '', isFenced: false }];
  }
  return findBlocks(source).filter(({ excerpt }) => isSequenceDiagram(excerpt.text));
}

const withoutCarriageReturns = (excerpt: Excerpt): Excerpt =>
  keepRanges(
    excerpt,
    splitLines(excerpt.text).flatMap(({ start, end, next }) => lineRanges(start, end, next)),
  );

/** A line and its line feed, without what stands between them. */
function lineRanges(start: number, end: number, next: number): readonly Range[] {
  return next === end
    ? [{ start, end }]
    : [
        { start, end },
        { start: next - 1, end: next },
      ];
}

/** What begins a fenced block: the containers in front of it, the fence, and the word that names the language. */
const opening = /^((?:\s|>|(?:[-*+]|\d{1,9}[.)])(?=\s))*)(`{3,}(?=[^`]*$)|~{3,}|:{3,}(?=\s*\{?\s*mermaid\b))\s*(.*)$/;
/** Also Quarto's and MyST's `{mermaid}`, and Pandoc's `{.mermaid}`. */
const isMermaid = (info: string): boolean => /^\{?\s*\.?mermaid(?![\w-])/i.test(info);

/** What MyST's directives have above their text: `:caption: Sign in`. */
const directiveOptions = /^(?:[^\S\n]*:[\w-]+:[^\n]*\n)+/g;

function findBlocks(source: Source): readonly FoundDiagram[] {
  const lines = splitLines(source.text);
  const blocks: FoundDiagram[] = [];
  const front = readFrontMatter(source.text);
  const findTag = tagFinder(source.text);
  const isAsciidoc = /\.a(?:sciido|do|s)c$/i.test(source.path);
  let heading = front.title;
  for (let index = lines.findIndex(({ start }) => start >= front.length); index in lines; index += 1) {
    const start = lines[index]?.start ?? 0;
    const [, containers = '', fence, info = ''] = opening.exec(lines[index]?.text ?? '') ?? [];
    const block =
      fence === undefined ? readTag(lines, index, findTag(start)) : readBlock(lines, index, containers, fence);
    if (!block) {
      const end = isAsciidoc ? endOfListing(lines, index) : index;
      if (end === index) heading = readHeading(lines, index) ?? heading;
      index = end;
      continue;
    }
    if (fence === undefined || isMermaid(info)) {
      const inside = keepRanges(wholeOf(source), block.ranges);
      const excerpt = removeRanges(inside, rangesOf(inside.text, directiveOptions));
      // A page that asks for `{mermaid}` does not draw a block without the braces.
      const isFenced = fence !== undefined && !info.startsWith('{');
      blocks.push({ excerpt, span: { source, start, end: block.end }, heading, isFenced });
    }
    index = block.last;
  }
  return blocks;
}

/** The index of the line that ends the listing, literal or comment block of AsciiDoc which begins here; else this line's. */
function endOfListing(lines: readonly Line[], index: number): number {
  const [delimiter] = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,})(?=\s*$)/.exec(lines[index]?.text ?? '') ?? [];
  if (delimiter === undefined) return index;
  const end = lines.findIndex(({ text }, other) => other > index && text.trimEnd() === delimiter);
  return end === -1 ? lines.length : end;
}

/** The block that a tag on the line `first` begins, or null. */
function readTag(lines: readonly Line[], first: number, tag: Tag | null): Block | null {
  if (!tag) return null;
  const { text, end } = tag;
  const ranges: Range[] = [];
  let last = first;
  for (let line = lines[last]; line && line.start < end; line = lines[last]) {
    const [from, to] = [Math.max(line.start, text.start), Math.min(line.end, text.end)];
    ranges.push(...lineRanges(from, to, Math.min(line.next, text.end)).filter((range) => range.start < range.end));
    last += 1;
  }
  return { ranges, last: last - 1, end };
}

interface Block {
  readonly ranges: readonly Range[];
  /** The index of the block's last line. */
  readonly last: number;
  readonly end: number;
}

/** From the line after the fence to the one that closes it, the end of the quote that it stands in, or the end of the file. */
function readBlock(lines: readonly Line[], first: number, containers: string, fence: string): Block {
  const quotes = containers.replace(/[^>]/g, '').length;
  const quote = new RegExp(`^(?:\\s*>){${quotes}}`);
  const indent = new RegExp(`^\\s{0,${containers.length - containers.lastIndexOf('>') - 1}}`);
  const closing = new RegExp(`^\\s*${fence[0] ?? ''}{${fence.length},}\\s*$`);
  const ranges: Range[] = [];
  for (const [index, { text, start, end, next }] of lines.entries()) {
    if (index <= first) continue;
    const marks = quote.exec(text)?.[0];
    if (marks === undefined) return { ranges, last: index - 1, end: lines[index - 1]?.end ?? start };
    const inside = text.slice(marks.length);
    if (closing.test(inside)) return { ranges, last: index, end };
    ranges.push(...lineRanges(start + marks.length + (indent.exec(inside)?.[0].length ?? 0), end, next));
  }
  return { ranges, last: lines.length, end: lines.at(-1)?.end ?? 0 };
}
