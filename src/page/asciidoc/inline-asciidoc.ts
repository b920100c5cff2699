/** Inline AsciiDoc in which nothing becomes syntax that is text. */
import { linkAddress } from '../inline.js';
import type { InlinePiece } from '../inline.js';
import { nestInline } from './nest-inline.js';
import type { InlineNode } from './nest-inline.js';

/** On one line, without spaces at its ends. */
export const printInline = (pieces: readonly InlinePiece[]): string => printNodes(nestInline(pieces), ' ').trim();

/** Asciidoctor takes a numeric reference for the character and nothing else. */
export const reference = (character: string): string => `&#${character.codePointAt(0)};`;

/** Quotes, dashes, arrows, marks, macros and addresses of AsciiDoc (Asciidoctor's substitutions). */
const syntax = [
  /[*`#^~{}[\]<>|+\\&]/u,
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
  /-(?=-)|\.(?=\.\.)|\$(?=\$)/u,
  /\((?=\(|C\)|R\)|TM\))/u,
  /(?<=:):|;(?=;|$)|(?<![\p{L}\p{N}]);/u,
  /(?<=[\p{L}\p{N}])'/u,
  /(?<=(?:https?|file|ftp|irc)):(?=\/\/)/u,
];

const anySyntax = new RegExp(syntax.map(({ source }) => source).join('|'), 'giu');

export const escapeText = (text: string): string => text.replace(anySyntax, reference);

/** `edge`: what the marks around are to code, which is marked twice beside most. */
const printNodes = (nodes: readonly InlineNode[], edge: string): string =>
  nodes
    .map((node, index) => {
      const before = nodes[index - 1];
      const printed = printNode(node, edgeOf(before, -1, edge), edgeOf(nodes[index + 1], 0, edge));
      // Brackets right before marks would be read as their role.
      return before?.kind === 'link' && /^[*_`]/.test(printed) ? `{empty}${printed}` : printed;
    })
    .join('');

/** Any mark but text. */
const MARK = '*';

const edgeOf = (node: InlineNode | undefined, at: 0 | -1, edge: string): string => {
  if (!node) return edge;
  return node.kind === 'text' ? (Array.from(node.text).at(at) ?? edge) : MARK;
};

function printNode(node: InlineNode, before: string, after: string): string {
  switch (node.kind) {
    case 'text':
      return escapeEdges(escapeText(node.text), before, after);
    case 'entity':
      return node.text;
    case 'code':
      return printCode(node.text, before, after);
    case 'link':
      return printLink(node.url, printNodes(node.nodes, ' '));
    case 'strong':
      return `**${printNodes(flatten(node.nodes, 'strong'), ' ')}**`;
    case 'emphasis':
      return `__${printNodes(flatten(node.nodes, 'emphasis'), MARK)}__`;
  }
}

/** Marks in their like would end them. */
const flatten = (nodes: readonly InlineNode[], kind: 'strong' | 'emphasis'): readonly InlineNode[] =>
  nodes.flatMap((node) => {
    if (node.kind === kind) return flatten(node.nodes, kind);
    return node.kind === 'strong' || node.kind === 'emphasis' ? { ...node, nodes: flatten(node.nodes, kind) } : node;
  });

/** Quotes beside marks of code would be curled. */
function escapeEdges(text: string, before: string, after: string): string {
  const begun = before === MARK ? text.replace(/^["']/, reference) : text;
  return after === MARK ? begun.replace(/["']$/, reference) : begun;
}

/** What is syntax in a literal, too: the mark of a term in a list, and passthroughs. */
const hidden = /(?:::|;;)(?=\s|$)|\$\$|(?:pass|stem|latexmath|asciimath):/;

/** A monospaced literal; beside anything but spaces and plain punctuation it is marked twice. */
function printCode(text: string, before: string, after: string): string {
  const isLiteral = /^[^\s+|`\\](?:[^+|`\\]*[^\s+|`\\])?$/.test(text) && !hidden.test(text);
  const literal = isLiteral ? `+${text}+` : text.replace(/[!-+;-@[-`{-~]|-(?=-)|\.(?=\.\.)|:(?=[:/]|$)/g, reference);
  const mark = isLiteral && /[\s(]/.test(before) && /[\s.,;:)]/.test(after) ? '`' : '``';
  return mark + literal + mark;
}

/** Text with `=` would be read as attributes. */
function printLink(url: string, text: string): string {
  const address = linkAddress(url);
  const target = address.includes('++')
    ? address.replace(/[^\w./:?=%-]|__/g, (found) => Array.from(found, reference).join(''))
    : `++${address}++`;
  return `link:${target}[${text.replaceAll('=', '&#61;')}]`;
}
