/** Prints pieces and code as Markdown that is also valid MDX. */
import { fenceAround, cutEnd } from '../../source/index.js';
import { deepestHeading } from '../dialect.js';
import type { Dialect } from '../dialect.js';
import type { InlinePiece } from '../inline.js';
import { bracesInCode, escapeFor } from './escape-markdown.js';
import { markdownSentences } from './markdown-sentences.js';
import { escapePlain, printCode, printInline, printPiece } from './inline-markdown.js';

const paragraph: Dialect['paragraph'] = (pieces) =>
  lineStarts.reduce((line, [pattern, escape]) => line.replace(pattern, escape), printInline(pieces));

export const markdownDialect: Dialect = {
  folder: 'page',
  paragraph,
  // A closing run of `#` would disappear (CommonMark §4.2).
  heading: (pieces) => printInline(pieces).replace(/(?<=^|[ \t])#+$/, String.raw`\$&`),
  cell: (pieces) => printInline(pieces.map(inCell)),
  inline: printInline,
  attribute: (text) => escapeFor('attribute', text),
  marks: (depth) => '#'.repeat(Math.min(depth, deepestHeading)),
  // The fence is longer than any in the text (CommonMark §4.5).
  fence: (language, text) => {
    const ticks = fenceAround(text);
    return {
      kind: 'fence',
      // A fence without a language is for some sites a language of their own.
      open: ticks + (language.replace(/[^\w+#.-]/g, '') || 'text'),
      text: cutEnd(text, '\n'),
      close: ticks,
    };
  },
  sentences: (sentences) => markdownSentences(sentences, (text) => paragraph([{ kind: 'text', text }])),
};

/** GFM (tables) unescapes pipes before it reads anything else, code included. */
function inCell(piece: InlinePiece): InlinePiece {
  if (piece.kind !== 'code') return cellText(printPiece(piece));
  if (bracesInCode.test(piece.text)) return cellText(printCode(piece.text));
  // Code in a table can't contain this.
  if (piece.text.includes('\\|')) return cellText(escapePlain(piece.text));
  return { ...piece, text: piece.text.replaceAll('|', '\\|') };
}

const cellText = (text: string): InlinePiece => ({
  kind: 'markdown',
  text: text.replace(/\\[^]|\|/g, (found) => (found === '|' ? '\\|' : found)),
});

/** What would begin another block at the start of a line, and its escape. Section numbers are CommonMark's. */
const lineStarts: readonly (readonly [RegExp, string])[] = [
  // §4.1, a thematic break; its first mark may be a bullet.
  [/^(?=([-_*])(?:[ \t]*\1)*[ \t]*$)/, '\\'],
  // §4.2, an ATX heading.
  [/^(?=#{1,6}(?:\s|$))/, '\\'],
  // §4.5, a fence of tildes that an author wrote; runs of backticks are closed or escaped already.
  [/^(?=~~~)/, '\\'],
  // §4.7, a link reference definition, and GFM's footnotes.
  [/^(?=\[(?:\\.|[^\\[\]])*\]:)/, '\\'],
  // §5.1, a block quote.
  [/^(?=>)/, '\\'],
  // §5.2, list items.
  [/^(?=[-+*](?:\s|$))/, '\\'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'],
  // MDX: the start of an import.
  [/^import(?![\p{L}\p{N}])/u, '&#105;mport'],
  [/^export(?![\p{L}\p{N}])/u, '&#101;xport'],
  // Docusaurus: an admonition or another directive.
  [/^:(?=:)/, '&#58;'],
];
