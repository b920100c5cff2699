/** Markdown, as our pages and tables hold it, as AsciiDoc: headings, lists, tables, code, quotes and pictures. */
import { delimited } from './asciidoc.js';
import { inlineAsciidoc } from './asciidoc-inline.js';
import { cellsOf } from './markdown-table.js';

/** `diagram`: the style of a block of Mermaid. */
export function asciidocPage(markdown: string, diagram: string): string {
  const blocks: string[] = [];
  let rest = markdown;
  while (rest !== '') {
    const { match, print } = readConstruct(rest);
    const block = print(match, diagram);
    if (block !== null) blocks.push(block);
    rest = rest.slice(match[0].length);
  }
  return blocks.join('\n\n');
}

/** The first row names the columns; cells are inline Markdown. */
export function asciidocTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => `|${inlineAsciidoc(cell)}`).join(' '));
  return ['[%header]', '|===', ...lines.slice(0, 1), '', ...lines.slice(1), '|==='].join('\n');
}

interface Construct {
  readonly pattern: RegExp;
  /** Null for what is nothing in AsciiDoc. */
  readonly print: (match: RegExpExecArray, diagram: string) => string | null;
}

function readConstruct(rest: string): { match: RegExpExecArray; print: Construct['print'] } {
  for (const { pattern, print } of constructs) {
    const match = pattern.exec(rest);
    if (match) return { match, print };
  }
  throw new Error('a paragraph takes any line');
}

const inlineLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => inlineAsciidoc(line.trim()))
    .join('\n');

/** The first that matches takes it. */
const constructs: readonly Construct[] = [
  { pattern: /^\n+/, print: () => null },
  { pattern: /^<!--[^]*?-->\n?/, print: () => null },
  {
    pattern: /^(`{3,})([^\n]*)\n([^]*?)\n?\1(?:\n|$)/,
    print: ([, , language = '', text = ''], diagram) => {
      if (language === 'mermaid') return delimited(diagram, '-', text);
      return language === '' ? delimited('', '.', text) : delimited(`source,${language}`, '-', text);
    },
  },
  {
    pattern: /^(#{1,6}) ([^\n]*)(?:\n|$)/,
    print: ([, marks = '', text = '']) => `${'='.repeat(marks.length)} ${inlineAsciidoc(text)}`,
  },
  {
    pattern: /^(?:\|[^\n]*(?:\n|$))+/,
    print: ([table]) => {
      const [head = [], , ...rows] = table.trimEnd().split('\n').map(cellsOf);
      return asciidocTable([head, ...rows]);
    },
  },
  {
    pattern: /^<picture>[^]*?<\/picture>(?:\n|$)|^<img [^>]*>(?:\n|$)/,
    print: ([html]) => {
      const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1] ?? '';
      return `image::${attribute('src')}["${attribute('alt')}"]`;
    },
  },
  {
    pattern: /^(?:>[^\n]*(?:\n|$))+/,
    print: ([quote]) => `____\n${inlineLines(quote.trimEnd().replace(/^> ?/gm, ''))}\n____`,
  },
  {
    pattern: /^(?: *(?:[-*]|\d+\.) [^\n]*(?:\n(?! *(?:[-*]|\d+\.) )(?=\S| +\S)[^\n]+)*(?:\n|$))+/,
    print: ([list]) =>
      list
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [, indent = '', mark, text = ''] = /^( *)(?:([-*]|\d+\.) )?(.*)$/.exec(line) ?? [];
          const depth = Math.floor(indent.length / 2) + 1;
          if (mark === undefined) return inlineAsciidoc(text);
          return `${(/\d/.test(mark) ? '.' : '*').repeat(depth)} ${inlineAsciidoc(text)}`;
        })
        .join('\n'),
  },
  { pattern: /^[^\n]+(?:\n(?!#|\||`{3}|>|<|\n)[^\n]+)*(?:\n|$)/, print: ([text]) => inlineLines(text.trimEnd()) },
];
