/** Blocks of Markdown from inline pieces and finished texts: nothing in them can break the page's structure. */
import { fenceAround, longestRun, sliceText } from '../source/index.js';
import type { Text } from '../source/index.js';
import { escapePlain, oneLine, readInline, readPlain } from './inline.js';
import type { Piece } from './inline.js';
import type { PageViewOf } from './view.js';

/** The paragraphs of an author's Markdown, each on one line. Blank lines part them. */
export const paragraphs = (text: Text): string[] => splitText(text).map((part) => paragraph(readInline(part)));

/** An author's Markdown as one paragraph or list item. */
export const prose = (text: Text): string => paragraph(readInline(text));

/** A text that is no Markdown, as one paragraph or list item. */
export const plain = (text: Text): string => paragraph(readPlain(text));

/** A heading's content, without its marks. A closing run of `#` would vanish (CommonMark §4.2). */
export const heading = (pieces: readonly Piece[]): string =>
  printLine(pieces).replace(/(?<=^|[ \t])#+$/, String.raw`\$&`);

/** A table's cell. GFM (tables) unescapes pipes before it reads anything else, code included. */
export const cell = (pieces: readonly Piece[]): string =>
  printLine(
    pieces.map((piece) => {
      // The one thing that code in a table can't say.
      if (piece.kind === 'code' && piece.text.includes('\\|')) return cellText(escapePlain(piece.text));
      return piece.kind === 'code' ? { ...piece, text: piece.text.replaceAll('|', '\\|') } : cellText(piece.text);
    }),
  );

const cellText = (text: string): Piece => ({
  kind: 'markdown',
  text: text.replace(/\\[^]|\|/g, (found) => (found === '|' ? '\\|' : found)),
});

/** The value of an attribute of HTML, which is one of JSX too. */
export const attributeValue = (text: string): string =>
  oneLine(text).replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);

export const code = (text: string): Piece => ({ kind: 'code', text: oneLine(text) });

export const inlineCode = (text: string): string => printLine([code(text)]);

const paragraph = (pieces: readonly Piece[]): string =>
  lineStarts.reduce((line, [pattern, escape]) => line.replace(pattern, escape), printLine(pieces));

/** What begins another block at the start of a line, and its escape. Sections are CommonMark's. */
const lineStarts: readonly (readonly [RegExp, string])[] = [
  // §4.1, a thematic break; a bullet's own mark may be its first.
  [/^(?=([-_*])(?:[ \t]*\1)*[ \t]*$)/, '\\'],
  // §4.2, an ATX heading.
  [/^(?=#{1,6}(?:\s|$))/, '\\'],
  // §4.5, a fence; one of backticks can't begin a paragraph, whose runs are closed or escaped.
  [/^(?=~~~)/, '\\'],
  // §4.7, a link reference definition; GFM's footnotes too.
  [/^(?=\[(?:\\.|[^\\[\]])*\]:)/, '\\'],
  // §5.1, a block quote.
  [/^(?=>)/, '\\'],
  // §5.2, list items.
  [/^(?=[-+*](?:\s|$))/, '\\'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'],
  // MDX: a module's first words.
  [/^import(?![\p{L}\p{N}])/u, '&#105;mport'],
  [/^export(?![\p{L}\p{N}])/u, '&#101;xport'],
  // Docusaurus: an admonition.
  [/^(?=:::)/, '\\'],
];

function printLine(pieces: readonly Piece[]): string {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.text === '') continue;
    // Two code spans side by side would be read as one longer run of backticks.
    if (piece.kind === 'code' && last?.kind === 'code') merged.splice(-1, 1, code(last.text + piece.text));
    else merged.push(piece);
  }
  return merged
    .map((piece) => (piece.kind === 'code' ? codeSpan(piece.text) : piece.text))
    .join('')
    .trim();
}

/** CommonMark §6.1. */
function codeSpan(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
  return ticks + pad + text + pad + ticks;
}

/** A fenced block, its marks longer than any that the text holds (CommonMark §4.5). */
export function fence(language: string, text: string): PageViewOf<'fence'> {
  const ticks = fenceAround(text);
  return {
    kind: 'fence',
    open: ticks + language.replace(/[^\w+#.-]/g, ''),
    text: text.replace(/\n+$/, ''),
    close: ticks,
  };
}

function splitText(text: Text): Text[] {
  const ends = [...text.plain.matchAll(/\n[ \t]*\n\s*/g)].map(
    ({ index, 0: gap }) => [index, index + gap.length] as const,
  );
  return [...ends, [text.plain.length, text.plain.length] as const]
    .map(([end], index) => sliceText(text, ends[index - 1]?.[1] ?? 0, end))
    .filter(({ plain }) => plain.trim() !== '');
}
