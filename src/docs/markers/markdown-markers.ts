/** Finds markers in Markdown and MDX with a parser: in quotes and lists too, and never inside code. */
import { parse, postprocess, preprocess } from 'micromark';
import type { Event, Extension, Token } from 'micromark-util-types';
import { frontmatter } from 'micromark-extension-frontmatter';
import { decodeString } from 'micromark-util-decode-string';
import type { Diagnostic, Source } from '../../source/index.js';
import { blockPrefix, readMarkerText } from './marker.js';
import type { Marker } from './marker.js';
import { misplacedMarker } from './mistakes.js';
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
  const extensions = [frontmatter(), ...(isMdx ? [(await import('micromark-extension-mdxjs')).mdxjs()] : [])];
  try {
    return readEvents(parseText(text, extensions), text, source, shortened);
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
    message: `is not valid MDX: ${String(error.reason)}`,
    span: { source, start, end: start },
  };
}

interface Reading {
  readonly source: Source;
  /** The text that the parser read. */
  readonly text: string;
  readonly toSource: (offset: number) => number;
  readonly markers: Marker[];
  readonly diagnostics: Diagnostic[];
  /** The open quotes and list items. */
  readonly containers: { readonly name: string; item: number }[];
}

function readEvents(events: readonly Event[], text: string, source: Source, { toSource }: Shortened): FoundMarkers {
  const reading: Reading = { source, text, toSource, markers: [], diagnostics: [], containers: [] };
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
      addAlone(text, token.start.offset + index, comment.length, reading);
    }
  },
  mdxFlowExpression: (token, reading) => {
    const [, text = ''] = /^\{\/\*([^]*)\*\/\}$/.exec(sliceOf(token, reading.text)) ?? [];
    addMarker(text, token.start.offset, token.end.offset, reading);
  },
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
  const { source, toSource, containers, markers } = reading;
  markers.push({
    ...read,
    span: { source, start: toSource(start), end: toSource(end) },
    prefix: blockPrefix(lineBefore(reading.text, start)),
    container: containers.map(({ name, item }) => `${name}.${item}`).join(' '),
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
