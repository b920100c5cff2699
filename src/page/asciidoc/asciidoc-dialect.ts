/** Prints pieces and code as AsciiDoc. */
import { asciidocReference as reference, cutEnd, escapeAsciidoc, inOneLine, listing } from '../../source/index.js';
import { deepestHeading } from '../dialect.js';
import type { Dialect } from '../dialect.js';
import { asciidocSentences } from './asciidoc-sentences.js';
import { printInline } from './inline-asciidoc.js';

/** How AsciiDoc gets Mermaid: as source code, or for its diagram extension. */
export type MermaidBlock = 'source' | 'diagram';

const paragraph: Dialect['paragraph'] = (pieces) =>
  lineStarts.reduce(
    (line, pattern) => line.replace(pattern, (_, before: string, mark: string) => before + reference(mark)),
    printInline(pieces),
  );

export const asciidocDialect = (mermaid: MermaidBlock): Dialect => ({
  folder: 'asciidoc',
  paragraph,
  // A closing run as long as the opening one would disappear.
  heading: (pieces) => withoutClosing(printInline(pieces)),
  cell: printInline,
  inline: printInline,
  attribute: (text) => escapeAsciidoc(inOneLine(text)).replaceAll('"', reference),
  marks: (depth) => '='.repeat(Math.min(depth, deepestHeading)),
  fence: (language, text) => {
    const name = language.replace(/[^\w+#.-]/g, '');
    if (name === 'mermaid') return { kind: 'fence', ...listing(text, mermaid === 'source' ? 'source,mermaid' : name) };
    return { kind: 'fence', ...listing(text, name === '' ? '' : `source,${name}`) };
  },
  sentences: (sentences) => asciidocSentences(sentences, (text) => paragraph([{ kind: 'text', text }])),
});

function withoutClosing(heading: string): string {
  const words = cutEnd(heading, '=');
  return words + reference('=').repeat(heading.length - words.length);
}

/** The characters that give the start of a line a meaning, after what stands before them; other syntax is escaped in any text. */
const lineStarts: readonly RegExp[] = [
  // A title, a list, an attribute, a comment, a heading.
  /^()([.=\-/:•]|'(?=''))/,
  // A numbered list.
  /^(\d+|[a-z]|[ivx]+)([.)])(?=\s|$)/i,
  // An admonition.
  /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION)(:)(?=\s|$)/,
];
