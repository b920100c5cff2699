/** What stands in a block, by the format that it asks for and the kind of its document. */
import { fence, listing } from '../../source/index.js';
import type { Citation, CitedFormat } from '../citation.js';
import type { DocumentKind } from '../markers/index.js';
import type { CitedFlow, ManualPart, TextFormat } from './cited-flow.js';
import { imageMacro, pictureMarkup } from './picture.js';
import { steadyMarkdown } from './steady-markdown.js';

export interface BlockPlace {
  readonly kind: DocumentKind;
  /** How deep the heading above is; 0 for none. */
  readonly depth: number;
  /** Whether an item of a list holds it. */
  readonly isInItem: boolean;
}

/** LF, no final break; null where there is nothing to show, which was reported. */
export function blockContents(citation: Citation, cited: CitedFlow, place: BlockPlace): string | null {
  const { kind, isInItem } = place;
  const text = (kind === 'asciidoc' ? asciidoc : markdown)[citation.format](citation, cited, place);
  if (text === null || kind === 'asciidoc') return text;
  return steadyMarkdown(text, { isMdx: kind === 'mdx', isInItem });
}

/** A part of the manual. */
export function manualContents(part: ManualPart, { kind, isInItem }: BlockPlace): string {
  if (kind === 'asciidoc') return part.kind === 'text' ? listed('', part.text) : withoutBreaks(part.text);
  if (part.kind === 'text') return fenced('text', part.text);
  return steadyMarkdown(withoutBreaks(part.text), { isMdx: kind === 'mdx', isInItem });
}

type Write = (citation: Citation, cited: CitedFlow, place: BlockPlace) => string | null;

const fenced = (language: string, text: string): string => fence(`${text.trimEnd()}\n`, language).trimEnd();

function listed(style: string, verbatim: string): string {
  const { open, text, close } = listing(verbatim, style);
  return [open, text, close].join('\n');
}

/** Templates print breaks before what may follow something, and after the last line. */
const withoutBreaks = (text: string): string => text.replace(/^\n+|\n+$/g, '');

const written =
  (format: TextFormat, write: (text: string, citation: Citation) => string): Write =>
  (citation, { text }) => {
    const found = text(format);
    return found === null ? null : write(found, citation);
  };

const page: Write = (_, cited, { depth }) => {
  const text = cited.page(Math.max(depth, 1));
  return text === null ? null : withoutBreaks(text);
};

const markdown = {
  mermaid: written('mermaid', (text) => fenced('mermaid', text)),
  text: written('text', (text) => fenced('text', text)),
  alt: written('alt', (text) => fenced('text', text)),
  yaml: written('yaml', (text) => fenced('yaml', text)),
  steps: written('steps', (text) => text.trimEnd()),
  page,
  picture: (citation, cited, { kind }) => pictureMarkup(citation, cited, kind === 'mdx'),
} satisfies Record<CitedFormat, Write>;

const asciidoc = {
  mermaid: written('mermaid', (text, { block }) => listed(block === 'source' ? 'source,mermaid' : 'mermaid', text)),
  text: written('text', (text) => listed('', text)),
  alt: written('alt', (text) => listed('', text)),
  yaml: written('yaml', (text) => listed('source,yaml', text)),
  steps: written('steps', withoutBreaks),
  page,
  picture: imageMacro,
} satisfies Record<CitedFormat, Write>;
