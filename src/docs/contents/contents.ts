/** The contents of a block, for its format and the kind of its document. */
import { cutEnds, fence, fencedParts, fenceLike, listing } from '../../source/index.js';
import type { Citation } from '../citation.js';
import type { Embedding } from '../embedding.js';
import type { DocumentKind } from '../markers/index.js';
import type { CitedFlow, ManualPart } from './cited-flow.js';
import { inCell } from './in-cell.js';
import { foldedBlock, foldedDetails } from './folded.js';
import { imageMacro, pictureMarkup } from './picture.js';

interface BlockPlace {
  readonly kind: DocumentKind;
  /** The depth of the heading above; 0 for none. */
  readonly depth: number;
  /** Of each line of the block: the marks of quotes, the indentation of lists. */
  readonly prefix: string;
  /** Whether the block is in a list item; in AsciiDoc, after a list continuation. */
  readonly isInItem: boolean;
  /** Whether the block is in a cell of a table, in AsciiDoc. */
  readonly isInCell: boolean;
  /** See {@link foldMarks}. */
  readonly foldMarks: number;
}

/** With LF and no final line break; null after a reported error. */
export function blockContents(citation: Citation, cited: CitedFlow, place: BlockPlace): string | null {
  const text = contents[citation.embedding.kind](citation, cited, place);
  if (text === null) return null;
  return place.isInCell ? inCell(placed(text, citation, place)) : placed(text, citation, place);
}

function placed(text: string, citation: Citation, place: BlockPlace): string {
  if (!place.isInItem) return text;
  if (place.kind === 'asciidoc') {
    const isOneBlock = citation.embedding.kind !== 'page' && citation.fit === null && !citation.isDescribed;
    return continueItem(text, isOneBlock);
  }
  // What is in a fence of other marks is no Markdown either.
  const isVerbatim = citation.embedding.kind === 'code' && /^[~:]/.test(citation.fence ?? '');
  return isVerbatim ? text : tightenItem(text);
}

/** A part of the manual. */
export function manualContents(part: ManualPart, { kind, isInItem, isInCell }: BlockPlace): string {
  if (kind === 'asciidoc') {
    const text = part.kind === 'text' ? listed('', part.text) : withoutBreaks(part.text);
    const item = isInItem ? continueItem(text, true) : text;
    return isInCell ? inCell(item) : item;
  }
  if (part.kind === 'text') return fenced('text', part.text);
  return isInItem ? tightenItem(withoutBreaks(part.text)) : withoutBreaks(part.text);
}

/**
 * In AsciiDoc, the marker between a `+` and what continues the item would end the list, so the block has a `+` of its own.
 * Several blocks are one in an open block.
 */
const continueItem = (text: string, isOneBlock: boolean): string => (isOneBlock ? `+\n${text}` : `+\n--\n${text}\n--`);

/** In a list item, Prettier takes the blank line between a heading and a list. Code is left alone. */
const tightenItem = (markdown: string): string =>
  fencedParts(markdown)
    .map(({ text, isCode }) => (isCode ? text : text.replace(/^(#{1,6} .*\n)\n(?=(?:[-*]|\d+\.) )/gm, '$1')))
    .join('');

type Write = (citation: Citation, cited: CitedFlow, place: BlockPlace) => string | null;

const fenced = (language: string, text: string): string => fence(`${text.trimEnd()}\n`, language).trimEnd();

function listed(style: string, verbatim: string): string {
  const { open, text, close } = listing(verbatim, style);
  return [open, text, close].join('\n');
}

/** Templates print blank lines before elements that may follow others, and a line break at the end. */
const withoutBreaks = (text: string): string => cutEnds(text, '\n');

const contents = {
  code: ({ format, embedding, block, fence: own }, { text }, { kind }) => {
    const found = text(format);
    const language = 'language' in embedding ? embedding.language : '';
    if (found === null) return null;
    if (kind === 'asciidoc')
      return listed(own?.startsWith('[') ? own.slice(1, -1) : asciidocStyle(language, block), found);
    return own === null || own.startsWith('[') ? fenced(language, found) : fenceLike(own, found);
  },
  markup: ({ format }, { text }, { kind }) => {
    const found = text(format);
    if (found === null) return null;
    return kind === 'asciidoc' ? withoutBreaks(found) : found.trimEnd();
  },
  page: (_, cited, { depth }) => {
    const text = cited.page(Math.max(depth, 1));
    return text === null ? null : withoutBreaks(text);
  },
  picture: (citation, cited, { kind, prefix, foldMarks }) => {
    const isMdx = kind === 'mdx';
    const picture =
      kind === 'asciidoc' ? imageMacro(citation, cited) : pictureMarkup(citation, cited, { isMdx, prefix });
    if (!citation.isDescribed) return picture;
    const description = cited.description();
    const folded = kind === 'asciidoc' ? foldedBlock(description, foldMarks) : foldedDetails(description, isMdx);
    return [picture, folded].join('\n\n');
  },
} satisfies Record<Embedding['kind'], Write>;

/** Plain text becomes a literal block, and Mermaid may be meant for the diagram extension. */
function asciidocStyle(language: string, block: Citation['block']): string {
  if (language === 'text') return '';
  return language === 'mermaid' && block === 'diagram' ? 'mermaid' : `source,${language.toLowerCase()}`;
}
