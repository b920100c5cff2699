/** Finds markers in Markdown and MDX with a parser: in quotes, lists and indented contents too, and never inside code. */
import type { Event, Extension, Token } from 'micromark-util-types';
import { frontmatter } from 'micromark-extension-frontmatter';
import { decodeString } from 'micromark-util-decode-string';
import type { Diagnostic, Source } from '../../source/index.js';
import { htmlComments, inlineComments, mdxComment } from './comments.js';
import { deadMarkers } from './dead-markers.js';
import { blankContents, findContents } from './indented-contents.js';
import { tooManyLazyLines } from './lazy-lines.js';
import { blockPrefix, MARK, readMarkerText } from './marker.js';
import type { Marker } from './marker.js';
import { mdxSyntaxError } from './mdx-mistakes.js';
import { deadMarker, misplacedMarker } from './mistakes.js';
import { blocksOnly, parsedText } from './parsed-text.js';
import { parsePieces } from './parse-pieces.js';
import type { ParsedPiece } from './parse-pieces.js';
import { skipSealed } from './skip-sealed.js';

export interface FoundMarkers {
  readonly markers: readonly Marker[];
  readonly headings: readonly Heading[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Heading {
  readonly offset: number;
  /** From 1 to 6. */
  readonly depth: number;
}

export async function findMarkdownMarkers(source: Source, isMdx: boolean): Promise<FoundMarkers> {
  const refused = tooManyLazyLines(source);
  if (refused) return { markers: [], headings: [], diagnostics: [refused] };
  const shortened = skipSealed(source.text);
  const text = parsedText(shortened.text, isMdx);
  const mdx = isMdx ? await import('./mdx-javascript.js') : null;
  try {
    mdx?.refuseComments(text);
    const { toSource } = shortened;
    return readText(text, {
      source,
      toSource,
      extensions: [...(mdx ? [mdx.mdxSyntax()] : []), blocksOnly(isMdx)],
      atStart: [frontmatter()],
      hasContents: !isMdx,
      around: [],
    });
  } catch (error) {
    const diagnostic = mdxSyntaxError(error, source, shortened.toSource);
    if (diagnostic === null) throw error;
    return { markers: [], headings: [], diagnostics: [diagnostic] };
  }
}

/** Where a text that is read stands. */
interface Surroundings {
  readonly source: Source;
  readonly toSource: (offset: number) => number;
  readonly extensions: Extension[];
  readonly atStart: Extension[];
  /** Whether indentation below a head is that of contents: MDX has no indented code, so it needs no head. */
  readonly hasContents: boolean;
  /** The names of the containers around it. */
  readonly around: readonly string[];
}

/** Contents in contents: each level is parsed again. */
const DEEPEST = 12;

/** Reads indented contents as texts of their own, so that all that may stand in a page may stand there. */
function readText(text: string, place: Surroundings): FoundMarkers {
  const { toSource } = place;
  return joinFound(
    Array.from(parsePieces(text, place), (piece) =>
      readPiece(piece, { ...place, toSource: (offset) => toSource(piece.start + offset) }),
    ),
  );
}

function readPiece({ text, events }: ParsedPiece, place: Surroundings): FoundMarkers {
  const { hasContents, around, toSource } = place;
  const contents = hasContents && around.length < DEEPEST ? findContents(text, events) : [];
  if (contents.length === 0) return readEvents(events, text, place);
  const outside = blankContents(text, contents);
  const inside = contents.map(({ text: own, start, toOuter }) =>
    readText(own, {
      ...place,
      toSource: (offset) => toSource(toOuter(offset)),
      extensions: [blocksOnly(false)],
      atStart: [],
      around: [...around, `contents@${toSource(start)}`],
    }),
  );
  return joinFound([readText(outside, { ...place, hasContents: false }), ...inside]);
}

const joinFound = (all: readonly FoundMarkers[]): FoundMarkers => ({
  markers: all.flatMap(({ markers }) => markers).sort((one, other) => one.span.start - other.span.start),
  headings: all.flatMap(({ headings }) => headings).sort((one, other) => one.offset - other.offset),
  diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
});

interface Reading extends Pick<Surroundings, 'source' | 'toSource' | 'around'> {
  /** The text that the parser read. */
  readonly text: string;
  readonly markers: Marker[];
  readonly diagnostics: Diagnostic[];
  /** The open quotes and list items. */
  readonly containers: { readonly name: string; item: number }[];
}

function readEvents(events: readonly Event[], text: string, { source, toSource, around }: Surroundings): FoundMarkers {
  const reading: Reading = { source, text, toSource, around, markers: [], diagnostics: [], containers: [] };
  const headings: Heading[] = [];
  let paragraph: Token | null = null;
  for (const [phase, token] of events) {
    if (phase === 'enter') readers[token.type]?.(token, reading);
    else if (isContainer(token)) reading.containers.pop();
    if (phase === 'enter' && token.type === 'paragraph') paragraph = token;
    const depth = phase === 'enter' ? headingDepth(token, text, paragraph) : 0;
    if (depth > 0) headings.push({ offset: toSource(token.start.offset), depth });
  }
  return { markers: reading.markers, headings, diagnostics: reading.diagnostics };
}

const isContainer = ({ type }: Token): boolean =>
  type === 'blockQuote' || type === 'listOrdered' || type === 'listUnordered';

/** `paragraph`: the last one, which may be the token itself. */
function headingDepth(token: Token, text: string, paragraph: Token | null): number {
  const { type, start, end } = token;
  if (type === 'atxHeadingSequence' && /[ \t\r\n]|$/.test(text.charAt(end.offset))) return end.offset - start.offset;
  return underlinedDepth(token, text, paragraph);
}

/** CommonMark §4.3. Without it, the parser takes a line of `=` for text, and one of `-` for a thematic break. */
function underlinedDepth(token: Token, text: string, paragraph: Token | null): number {
  if (token.type === 'paragraph') return /\n[ \t>]*=+[ \t]*(?:\r?\n|$)/.test(sliceOf(token, text)) ? 1 : 0;
  const isBelow = token.type === 'thematicBreak' && paragraph?.end.line === token.start.line - 1;
  return isBelow && /^-+[ \t]*$/.test(sliceOf(token, text)) ? 2 : 0;
}

const sliceOf = ({ start, end }: Token, text: string): string => text.slice(start.offset, end.offset);

/** Readers by the parser's names of tokens that can contain a marker or give its position. Code is not one of them. */
const readers: Readonly<Record<string, (token: Token, reading: Reading) => void>> = {
  blockQuote: openContainer,
  listOrdered: openContainer,
  listUnordered: openContainer,
  listItemPrefix: ({ start }, { containers }) => {
    const list = containers.at(-1);
    if (list) list.item = start.offset;
  },
  definition: (token, reading) => {
    addMarker(decodeString(titleOf(sliceOf(token, reading.text))), token.start.offset, token.end.offset, reading);
  },
  htmlFlow: (token, reading) => {
    for (const { start: from, end, text } of htmlComments(sliceOf(token, reading.text))) {
      const start = token.start.offset + from;
      if (readMarkerText(text) === null) reportDead(text, start + '<!--'.length, 'a comment', reading);
      else addAlone(text, start, end - from, reading);
    }
  },
  mdxFlowExpression: (token, reading) => {
    const text = mdxComment(sliceOf(token, reading.text)) ?? '';
    if (readMarkerText(text) === null) reportDead(text, token.start.offset + '{/*'.length, 'a comment', reading);
    else addMarker(text, token.start.offset, token.end.offset, reading);
  },
  codeIndented: (token, reading) =>
    reportDead(sliceOf(token, reading.text), token.start.offset, 'indented code', reading),
  // Docusaurus reads Markdown as MDX.
  paragraph: (token, reading) => {
    const text = sliceOf(token, reading.text);
    if (text.includes(MARK)) readParagraph(text, token.start.offset, reading);
  },
  mdxTextExpression: (token, reading) => {
    const text = sliceOf(token, reading.text);
    misplace(mdxComment(text) ?? '', token.start.offset, text.length, reading);
  },
};

/** The title of a definition of a link, which a formatter may have put on a line of its own, also in a quote; '' for none. */
const titleOf = (definition: string): string =>
  /^[^\]]*\]:\s*\S+\s+["'(](.*)["')]$/s.exec(definition.replace(/\n[ \t>]*/g, '\n'))?.[1] ?? '';

function readParagraph(paragraph: string, offset: number, reading: Reading): void {
  const lines = [...paragraph.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => {
    const [{ length } = ''] = /^[\s>]*/.exec(line) ?? [];
    return { text: line.slice(length).trimEnd(), start: offset + index + length };
  });
  const isComment = lines.every(({ text }) => mdxComment(text) !== null);
  for (const { text, start } of lines.filter((line) => line.text.includes(MARK))) {
    const mdx = mdxComment(text);
    if (isComment && mdx !== null) addMarker(mdx, start, start + text.length, reading);
    else misplace(mdx ?? titleOf(text), start, text.length, reading);
  }
  for (const { text, start, end } of inlineComments(paragraph)) misplace(text, offset + start, end - start, reading);
}

function openContainer(token: Token, { containers }: Reading): void {
  containers.push({ name: `${token.type}@${token.start.offset}`, item: 0 });
}

function reportDead(text: string, start: number, where: string, { source, toSource, diagnostics }: Reading): void {
  for (const dead of deadMarkers(text)) {
    const span = { source, start: toSource(start + dead.start), end: toSource(start + dead.end) };
    diagnostics.push(deadMarker(span, where));
  }
}

/** To the end of the line. */
const blankRest = /[^\S\n]*(?:\n|$)/y;

/** Adds a comment inside HTML if nothing else is on its lines. */
function addAlone(text: string, start: number, length: number, reading: Reading): void {
  // Thousands of comments may stand on one line: nothing is read beyond the one before.
  let from = start;
  while (from > 0 && !/[\n<]/.test(reading.text.charAt(from - 1))) from -= 1;
  const before = reading.text.slice(from, start).replace(/^[\s>]*/, '');
  const isFirst = reading.text.charAt(from - 1) !== '<' && !before.includes('>');
  blankRest.lastIndex = start + length;
  if (isFirst && blankRest.test(reading.text)) addMarker(text, start, start + length, reading);
  else misplace(text, start, length, reading);
}

function addMarker(text: string, start: number, end: number, reading: Reading): void {
  const read = readMarkerText(text);
  if (read === null) return;
  const { source, toSource, around, containers, markers } = reading;
  const span = { source, start: toSource(start), end: toSource(end) };
  markers.push({
    ...read,
    span,
    prefix: blockPrefix(lineBefore(source.text, span.start)),
    container: [...around, ...containers.map(({ name, item }) => `${name}.${item}`)].join(' '),
  });
}

function misplace(text: string, start: number, length: number, { source, toSource, diagnostics }: Reading): void {
  if (readMarkerText(text) === null) return;
  const from = toSource(start);
  diagnostics.push(misplacedMarker({ source, start: from, end: from + length }));
}

const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
