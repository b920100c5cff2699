/** Finds sequence diagrams: in a file that is one, or in the blocks and tags of Markdown, MDX and AsciiDoc. */
import type { Source, Span } from '../source/index.js';
import { keepRanges, rangesOf, removeRanges, wholeOf } from './passage.js';
import type { Passage, Range } from './passage.js';
import { readListing } from './asciidoc-listing.js';
import { kindOfBlock, kindOfLine, styleKind } from './other-diagrams.js';
import type { OtherDiagram } from './other-diagrams.js';
import { linkTargets, picturesIn } from './pictures.js';
import type { LinkTargets } from './pictures.js';
import { tagFinder } from './find-tag.js';
import type { Tag } from './find-tag.js';
import { lineRanges, splitLines } from './lines.js';
import type { Line } from './lines.js';
import { readFrontMatter, readHeading } from './page-heading.js';
import type { Reader } from './reader.js';

export interface FoundDiagram {
  readonly reader: Reader;
  /** The diagram's own lines, without the prefix of a quote or list. */
  readonly passage: Passage;
  /** The whole block, with its fences. */
  readonly span: Span;
  /** The heading above it, in plain words, or ''. */
  readonly heading: string;
  readonly frame: Frame | null;
}

/** What a block in the diagram's place has to write again. */
export interface Frame {
  /** The line that begins it, without the prefix of a quote or list: `::: mermaid`; in AsciiDoc, its attributes. */
  readonly open: string;
  /** Whether the line names the notation: a page shows the source of a diagram without it. */
  readonly isNamed: boolean;
  /** Whether options follow the line, which no block can keep. */
  readonly hasOptions: boolean;
}

interface Diagrams {
  readonly found: readonly FoundDiagram[];
  /** Those that are not read, in order. */
  readonly others: readonly OtherDiagram[];
}

export function findDiagrams(source: Source, readers: readonly Reader[]): Diagrams {
  const whole = withoutCarriageReturns(wholeOf(source));
  const span = { source, start: 0, end: source.text.length };
  const reader = readers.find(({ isDiagram }) => isDiagram(whole.text));
  if (reader) return { found: [{ reader, passage: whole, span, heading: '', frame: null }], others: [] };
  const owner = readers.find(({ endings }) => endings.some((ending) => source.path.toLowerCase().endsWith(ending)));
  if (!owner) return findInPage(source, readers);
  return { found: [], others: [{ kind: owner.kindOf(whole.text), span: { ...span, end: 0 }, reason: '' }] };
}

const withoutCarriageReturns = (passage: Passage): Passage =>
  keepRanges(
    passage,
    splitLines(passage.text).flatMap(({ start, end, next }) => lineRanges(start, end, next)),
  );

/** The options of MyST's directives, above their text: `:caption: Sign in`. */
const directiveOptions = /^(?:[^\S\n]*:[\w-]+:[^\n]*\n)+/g;
/** Quarto's: `%%| fig-cap: Sign in`. */
const commentOptions = /^[ \t]*%%\|/m;

/** Of a table in AsciiDoc, whose cells escape their bars, in code, too. */
const tableDelimiter = /^\|={3,}\s*$/;
const escapedBar = /\\(?=\|)/g;

function findInPage(source: Source, readers: readonly Reader[]): Diagrams {
  const lines = splitLines(source.text);
  const found: FoundDiagram[] = [];
  const others: OtherDiagram[] = [];
  const front = readFrontMatter(source.text);
  const words = readers.flatMap((reader) => reader.words);
  const findTag = tagFinder(source.text, words);
  const isAsciidoc = /\.a(?:sciido|do|s)c$/i.test(source.path);
  /** The last lines of fences whose text is read like that of the page. */
  const ends = new Set<number>();
  const targets = linkTargets(source.text);
  let heading = front.title;
  let isInTable = false;
  for (let index = lines.findIndex(({ start }) => start >= front.length); index in lines; index += 1) {
    const { text = '', start = 0, end: lineEnd = 0 } = lines[index] ?? {};
    if (ends.has(index)) continue;
    const fence = readFence(text, words);
    if (fence?.language === transparent) {
      ends.add(readFenced(lines, index, fence).last);
      continue;
    }
    const tag = fence ? null : findTag(start);
    const listing = isAsciidoc && !fence && !tag ? readListing(lines, index) : null;
    const block = fence ? readFenced(lines, index, fence) : tag ? readTagged(lines, index, tag) : listing;
    if (!block) {
      others.push(...readLine(text, { source, start, end: lineEnd }, { readers, isAsciidoc, targets }));
      if (isAsciidoc && tableDelimiter.test(text)) isInTable = !isInTable;
      heading = readHeading(lines, index) ?? heading;
      continue;
    }
    const span = { source, start, end: block.end };
    const inside = keepRanges(wholeOf(source), block.ranges);
    const options = rangesOf(inside.text, directiveOptions);
    const plain = removeRanges(inside, options);
    const passage = isInTable ? removeRanges(plain, rangesOf(plain.text, escapedBar)) : plain;
    const word = fence?.language ?? tag?.word ?? listing?.language ?? '';
    const named = readers.find((one) => one.words.includes(word));
    const reader = named ?? readers.find(({ isDiagram }) => isDiagram(passage.text));
    const isRead = reader?.isDiagram(passage.text) === true && (named !== undefined || word === '');
    const open = fence?.open ?? tag?.attributes ?? listing?.open ?? null;
    const hasOptions = options.length > 0 || commentOptions.test(inside.text);
    const frame = open === null ? null : { open, isNamed: named !== undefined, hasOptions };
    if (isRead) found.push({ reader, passage, span, heading, frame });
    else if (listing?.isReported !== true)
      others.push(...otherIn(passage.text, { word, open, targets }, reader).map((other) => ({ ...other, span })));
    index = block.last;
  }
  return { found, others };
}

/** Docusaurus takes the text of such a fence for a part of the page. */
const transparent = 'mdx-code-block';

/** What a block that is not read shows. */
function otherIn(
  text: string,
  { word, open, targets }: { readonly word: string; readonly open: string | null; readonly targets: LinkTargets },
  reader: Reader | undefined,
): readonly Omit<OtherDiagram, 'span'>[] {
  const known = kindOfBlock(word, text);
  if (known !== null) return [{ kind: known, reason: '' }];
  if (!reader) return picturesIn(open ?? '', targets).map(() => ({ kind: 'picture', reason: '' }));
  if (!reader.isDiagram(text)) return [{ kind: reader.kindOf(text), reason: '' }];
  const [own = ''] = reader.words;
  return [{ kind: reader.kindOf(text), reason: `its language is "${word}", not "${own}"` }];
}

interface PageParts {
  readonly readers: readonly Reader[];
  readonly isAsciidoc: boolean;
  readonly targets: LinkTargets;
}

/** What a line outside of blocks shows. */
function readLine(text: string, span: Span, { readers, isAsciidoc, targets }: PageParts): readonly OtherDiagram[] {
  const style = isAsciidoc ? styleKind(text) : null;
  if (style !== null) return [{ kind: style, span, reason: '' }];
  const shown = picturesIn(text, targets).map((at) => ({
    kind: 'picture',
    span: { ...span, start: span.start + at },
    reason: '',
  }));
  const kind = kindOfLine(text);
  if (kind !== null) return [...shown, { kind, span, reason: '' }];
  const cited = isAsciidoc
    ? readers.find(({ words }) => words.some((word) => text.startsWith(`${word}::`)))
    : undefined;
  if (cited) return [...shown, { kind: cited.name, span, reason: 'it is in a file of its own, which can be imported' }];
  const bare = readers.find(({ keyword }) => text.trim() === keyword);
  if (!bare) return shown;
  return [...shown, { kind: bare.kindOf(text), span, reason: 'it is in no fenced block and in no tag' }];
}

/** The line that begins a fenced block. */
interface Fence {
  /** The prefix of quotes and list items. */
  readonly containers: string;
  /** Three or more of one character. */
  readonly marks: string;
  /** In lower case, or ''. */
  readonly language: string;
  /** The line, without the prefix and white space at its end. */
  readonly open: string;
}

/** Also after the mark of a definition or a footnote, whose contents are indented by four. */
const opening =
  /^((?:\s|>|(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?=\s))*)(`{3,}(?=[^`]*$)|~{3,}(?!~)|:{3,}(?!:))(.*)$/s;

/** Three colons have other uses too, and begin a block only before a language of `words`. */
function readFence(line: string, words: readonly string[]): Fence | null {
  const [, containers = '', marks, info = ''] = opening.exec(line) ?? [];
  if (marks === undefined) return null;
  // Also Quarto's and MyST's `{mermaid}`, and Pandoc's `{.mermaid}`.
  const [, dot = '', name = ''] = /^\{?\s*(\.?)([\w-]+)/.exec(info.trimStart()) ?? [];
  if (marks.startsWith(':') && (dot !== '' || !words.includes(name))) return null;
  return { containers, marks, language: name.toLowerCase(), open: `${marks}${info}`.trimEnd() };
}

/** Reads the block that begins with a tag on the line `first`. */
function readTagged(lines: readonly Line[], first: number, { text, end }: Tag): PageBlock {
  const ranges: Range[] = [];
  let last = first;
  for (let line = lines[last]; line && line.start < end; line = lines[last]) {
    const [from, to] = [Math.max(line.start, text.start), Math.min(line.end, text.end)];
    ranges.push(...lineRanges(from, to, Math.min(line.next, text.end)).filter((range) => range.start < range.end));
    last += 1;
  }
  return { ranges, last: last - 1, end };
}

/** A part of a page with a diagram, or other code. */
interface PageBlock {
  readonly ranges: readonly Range[];
  /** The index of the block's last line. */
  readonly last: number;
  readonly end: number;
}

/** Reads from the line after the fence to the closing fence, the end of the quote around it, or the end of the file. */
function readFenced(lines: readonly Line[], first: number, { containers, marks }: Fence): PageBlock {
  const quotes = containers.replace(/[^>]/g, '').length;
  const quote = new RegExp(`^(?:\\s*>){${quotes}}`);
  // The contents of a footnote are indented by four, however long its label is.
  const width = containers.includes('[^') ? 4 : containers.length - containers.lastIndexOf('>') - 1;
  const indent = new RegExp(`^\\s{0,${width}}`);
  const closing = new RegExp(`^\\s*${marks[0] ?? ''}{${marks.length},}\\s*$`);
  const ranges: Range[] = [];
  for (let index = first + 1; index < lines.length; index += 1) {
    const { text = '', start = 0, end = 0, next = 0 } = lines[index] ?? {};
    const quoted = quote.exec(text)?.[0];
    if (quoted === undefined) return { ranges, last: index - 1, end: lines[index - 1]?.end ?? start };
    const inside = text.slice(quoted.length);
    if (closing.test(inside)) return { ranges, last: index, end };
    ranges.push(...lineRanges(start + quoted.length + (indent.exec(inside)?.[0].length ?? 0), end, next));
  }
  return { ranges, last: lines.length, end: lines.at(-1)?.end ?? 0 };
}
