/** Finds markers in Markdown and MDX with a parser: in quotes, lists and indented contents too, and never inside code. */
import { parse, postprocess, preprocess } from 'micromark';
import type { Event, Extension, Token } from 'micromark-util-types';
import { frontmatter } from 'micromark-extension-frontmatter';
import { decodeString } from 'micromark-util-decode-string';
import type { Diagnostic, Source } from '../../source/index.js';
import { blankContents, findContents } from './indented-contents.js';
import { blockPrefix, readMarkerText } from './marker.js';
import type { Marker } from './marker.js';
import { deadMarker, misplacedMarker } from './mistakes.js';
import { skipSealed } from './skip-sealed.js';
import type { Shortened } from './skip-sealed.js';

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
  const shortened = skipSealed(source.text);
  const text = isMdx ? withMdxComments(shortened.text) : shortened.text;
  const extensions = isMdx ? [(await import('micromark-extension-mdxjs')).mdxjs()] : [];
  try {
    const { toSource } = shortened;
    return readText(text, {
      source,
      toSource,
      extensions: [frontmatter(), ...extensions],
      hasContents: !isMdx,
      around: [],
    });
  } catch (error) {
    const diagnostic = syntaxError(error, source, shortened);
    if (diagnostic === null) throw error;
    return { markers: [], headings: [], diagnostics: [diagnostic] };
  }
}

const parseText = (text: string, extensions: Extension[]): readonly Event[] =>
  postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(text, undefined, true)),
  );

/** Docusaurus reads `<!-- -->` in MDX as an expression. Offsets stay the same. */
const withMdxComments = (text: string): string =>
  text.replace(/<!--([^]*?)-->/g, (_, words: string) => `{/* ${words.replaceAll('*/', '* ')}*/}`);

/** Reports a document that MDX can't parse. */
function syntaxError(error: unknown, source: Source, { toSource }: Shortened): Diagnostic | null {
  if (!(error instanceof Error && 'reason' in error && 'place' in error)) return null;
  const place = error.place as { readonly offset?: number; readonly start?: { readonly offset?: number } } | undefined;
  const start = toSource(place?.offset ?? place?.start?.offset ?? 0);
  return {
    code: 'readable-documents',
    severity: 'error',
    message: `is not valid MDX: ${mdxReason(error)}`,
    span: { source, start, end: start },
    hint: mdxHint(String(error.reason)),
  };
}

/** Of JavaScript in MDX, what its parser (acorn) says, without its own place. */
function mdxReason(error: Error & { readonly reason: unknown }): string {
  const reason = String(error.reason);
  const [, what] = /^Could not parse (.+) with acorn$/.exec(reason) ?? [];
  if (what === undefined) return reason.replace(/ \(note: .*\)$/, '');
  const said = error.cause instanceof Error ? error.cause.message.replace(/\s*\(\d+:\d+\)$/, '') : 'it is not complete';
  const place =
    what === 'expression' ? 'the JavaScript between "{" and "}"' : 'the JavaScript after "import" or "export"';
  return `${place} can't be read: ${said}`;
}

function mdxHint(reason: string): string | undefined {
  const [, note] = /\(note: (.*)\)$/.exec(reason) ?? [];
  if (note !== undefined) return note;
  if (/before name|attribute/.test(reason))
    return 'MDX takes "<" for the beginning of a tag: for the character, write &lt;';
  if (reason.includes('expression')) return String.raw`for the character "{", write \{`;
  return reason.includes('import')
    ? 'a blank line ends an import or export, and a text can begin with another word'
    : undefined;
}

/** Where a text that is read stands. */
interface Surroundings {
  readonly source: Source;
  readonly toSource: (offset: number) => number;
  readonly extensions: Extension[];
  /** Whether indentation below a head is that of contents: MDX has no indented code, so it needs no head. */
  readonly hasContents: boolean;
  /** The names of the containers around it. */
  readonly around: readonly string[];
}

/** Reads indented contents as texts of their own, so that all that may stand in a page may stand there. */
function readText(text: string, place: Surroundings): FoundMarkers {
  const { hasContents, extensions, around, toSource } = place;
  const events = parseText(text, extensions);
  const contents = hasContents ? findContents(text, events) : [];
  if (contents.length === 0) return readEvents(events, text, place);
  const outside = blankContents(text, contents);
  const inside = contents.map(({ text: own, start, toOuter }) =>
    readText(own, {
      ...place,
      toSource: (offset) => toSource(toOuter(offset)),
      extensions: [],
      around: [...around, `contents@${toSource(start)}`],
    }),
  );
  const all = [readEvents(parseText(outside, extensions), outside, place), ...inside];
  return {
    markers: all.flatMap(({ markers }) => markers).sort((one, other) => one.span.start - other.span.start),
    headings: all.flatMap(({ headings }) => headings).sort((one, other) => one.offset - other.offset),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

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
  for (const [phase, token] of events) {
    if (phase === 'enter') readers[token.type]?.(token, reading);
    else if (isContainer(token)) reading.containers.pop();
    const depth = phase === 'enter' ? headingDepth(token, text) : 0;
    if (depth > 0) headings.push({ offset: toSource(token.start.offset), depth });
  }
  return { markers: reading.markers, headings, diagnostics: reading.diagnostics };
}

const isContainer = ({ type }: Token): boolean =>
  type === 'blockQuote' || type === 'listOrdered' || type === 'listUnordered';

function headingDepth({ type, start, end }: Token, text: string): number {
  if (type === 'atxHeadingSequence' && /[ \t\r\n]|$/.test(text.charAt(end.offset))) return end.offset - start.offset;
  if (type === 'setextHeadingLineSequence') return text.charAt(start.offset) === '=' ? 1 : 2;
  return 0;
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
    const [, title = ''] = /\s["'(]([^]*)["')]$/.exec(sliceOf(token, reading.text)) ?? [];
    addMarker(decodeString(title), token.start.offset, token.end.offset, reading);
  },
  htmlFlow: (token, reading) => {
    for (const { 0: comment, 1: text = '', index } of sliceOf(token, reading.text).matchAll(/<!--([^]*?)-->/g)) {
      const start = token.start.offset + index;
      if (readMarkerText(text) === null) reportDead(text, start + '<!--'.length, 'a comment', reading);
      else addAlone(text, start, comment.length, reading);
    }
  },
  mdxFlowExpression: (token, reading) => {
    const [, text = ''] = /^\{\/\*([^]*)\*\/\}$/.exec(sliceOf(token, reading.text)) ?? [];
    if (readMarkerText(text) === null) reportDead(text, token.start.offset + '{/*'.length, 'a comment', reading);
    else addMarker(text, token.start.offset, token.end.offset, reading);
  },
  codeIndented: (token, reading) =>
    reportDead(sliceOf(token, reading.text), token.start.offset, 'indented code', reading),
  // Docusaurus reads Markdown as MDX.
  paragraph: (token, reading) => {
    const text = sliceOf(token, reading.text);
    const isComment = /^(?:[\s>]*\{\/\*[^\n]*\*\/\}[ \t]*(?:\r?\n|$))+$/.test(text);
    for (const { 0: line, 1: mdx, 2: definition, index } of text.matchAll(lineStarts)) {
      const start = token.start.offset + index + line.search(/[{[]/);
      if (isComment && mdx !== undefined) addMarker(mdx, start, token.start.offset + index + line.length, reading);
      else misplace(mdx ?? definition ?? '', start, line.trim().length, reading);
    }
  },
  htmlText: (token, reading) => misplaceToken(/^<!--([^]*)-->$/, token, reading),
  mdxTextExpression: (token, reading) => misplaceToken(/^\{\/\*([^]*)\*\/\}$/, token, reading),
};

/** Matches a line of a paragraph that would be a marker on its own. */
const lineStarts =
  /(?<=^|\n)[\s>]*(?:\{\/\*([^\n]*?)\*\/\}|\[[^\]\n]*\]:\s*\S+\s+["'(]([^\n]*)["')])(?=[ \t]*(?:\r?\n|$))/g;

function openContainer(token: Token, { containers }: Reading): void {
  containers.push({ name: `${token.type}@${token.start.offset}`, item: 0 });
}

/** A marker where it does nothing, which its author may not see. */
const dead = /(?:<!--|\{\/\*|\[[^\]\n]*\]:[ \t]*\S+[ \t]+["'(])\s*authflow:begin(?![\w-])/g;

function reportDead(text: string, start: number, where: string, { source, toSource, diagnostics }: Reading): void {
  for (const { 0: marker, index } of text.matchAll(dead)) {
    const span = { source, start: toSource(start + index), end: toSource(start + index + marker.length) };
    diagnostics.push(deadMarker(span, where));
  }
}

/** Adds a comment inside HTML if nothing else is on its lines. */
function addAlone(text: string, start: number, length: number, reading: Reading): void {
  const before = lineBefore(reading.text, start);
  const [after = ''] = reading.text.slice(start + length).split('\n', 1);
  const isFirst = !/[<>]/.test(before.replace(/^[\s>]*/, ''));
  if (isFirst && after.trim() === '') addMarker(text, start, start + length, reading);
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

function misplaceToken(comment: RegExp, token: Token, reading: Reading): void {
  const [slice = '', text = ''] = comment.exec(sliceOf(token, reading.text)) ?? [];
  misplace(text, token.start.offset, slice.length, reading);
}

function misplace(text: string, start: number, length: number, { source, toSource, diagnostics }: Reading): void {
  if (readMarkerText(text) === null) return;
  const from = toSource(start);
  diagnostics.push(misplacedMarker({ source, start: from, end: from + length }));
}

const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
