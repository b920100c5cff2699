/** Prints inline AsciiDoc in which no text becomes syntax. */
import { asciidocReference as reference, escapeAsciidoc as escapeText } from '../../source/index.js';
import { linkAddress } from '../inline.js';
import type { InlinePiece } from '../inline.js';
import { nestInline } from './nest-inline.js';
import type { InlineNode } from './nest-inline.js';

/** On one line, without spaces at its ends. */
export const printInline = (pieces: readonly InlinePiece[]): string => printNodes(nestInline(pieces), ' ').trim();

/** `edge`: the character around the nodes, as code sees it; code next to most characters needs doubled marks. */
const printNodes = (nodes: readonly InlineNode[], edge: string): string =>
  nodes
    .map((node, index) => {
      const before = nodes[index - 1];
      const printed = printNode(node, edgeOf(before, -1, edge), edgeOf(nodes[index + 1], 0, edge));
      // Brackets directly before marks would be read as a role.
      return before?.kind === 'link' && /^[*_`]/.test(printed) ? `{empty}${printed}` : printed;
    })
    .join('');

/** Stands for any mark, as opposed to text. */
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

/** Marks inside marks of the same kind would end them. */
const flatten = (nodes: readonly InlineNode[], kind: 'strong' | 'emphasis'): readonly InlineNode[] =>
  nodes.flatMap((node) => {
    if (node.kind === kind) return flatten(node.nodes, kind);
    return node.kind === 'strong' || node.kind === 'emphasis' ? { ...node, nodes: flatten(node.nodes, kind) } : node;
  });

/** Quotes next to marks of code would become curly. */
function escapeEdges(text: string, before: string, after: string): string {
  const begun = before === MARK ? text.replace(/^["']/, reference) : text;
  return after === MARK ? begun.replace(/["']$/, reference) : begun;
}

/** Syntax even inside a literal: the mark of a term in a list, and passthroughs. */
const hidden = /(?:::|;;)(?=\s|$)|\$\$|(?:pass|stem|latexmath|asciimath):/;

/** A monospaced literal; its marks are doubled next to anything but spaces and plain punctuation. */
function printCode(text: string, before: string, after: string): string {
  const isLiteral = /^[^\s+|`\\](?:[^+|`\\]*[^\s+|`\\])?$/.test(text) && !hidden.test(text);
  const literal = isLiteral ? `+${text}+` : text.replace(/[!-+;-@[-`{-~]|-(?=-)|\.(?=\.\.)|:(?=[:/]|$)/g, reference);
  const mark = isLiteral && /[\s(]/.test(before) && /[\s.,;:)]/.test(after) ? '`' : '``';
  return mark + literal + mark;
}

/** A text with `=` would be read as attributes. */
function printLink(url: string, text: string): string {
  const address = linkAddress(url);
  const target = address.includes('++')
    ? address.replace(/[^\w./:?=%-]|__/g, (found) => Array.from(found, reference).join(''))
    : `++${address}++`;
  return `link:${target}[${text.replaceAll('=', '&#61;')}]`;
}
