/** What stands in a block, by the format that it asks for and the kind of its document. */
import { fence, nearestOf } from '../source/index.js';
import type { Report } from '../source/index.js';
import { delimited, imageMacro } from './asciidoc.js';
import { asciidocPage, asciidocTable } from './asciidoc-page.js';
import type { Citation, CitedFormat } from './citation.js';
import type { CitedFlow, ManualPart, Pictures, TextFormat } from './cited-flow.js';
import type { DocumentKind } from './document.js';
import { markdownTable } from './markdown-table.js';
import { readPage } from './page-sections.js';
import { citationMistake } from './mistakes.js';
import { pictureMarkup } from './picture.js';
import { steadyMarkdown } from './steady-markdown.js';

export interface Place {
  readonly kind: DocumentKind;
  /** How deep the heading above is; 0 for none. */
  readonly depth: number;
  /** Whether an item of a list holds it. */
  readonly isInItem: boolean;
}

/** LF, no final break; null, with a report, where there is nothing to show. */
export function blockContents(citation: Citation, cited: CitedFlow, place: Place, report: Report): string | null {
  const { kind } = place;
  const write = kind === 'asciidoc' ? asciidoc[citation.format] : markdown[citation.format];
  const text = write(citation, cited, place, report);
  if (text === null || kind === 'asciidoc') return text;
  return steadyMarkdown(text, kind === 'mdx', place.isInItem);
}

/** A part of the manual. */
export function manualContents(part: ManualPart, { kind }: Place): string {
  if (kind === 'asciidoc') return part.kind === 'text' ? delimited('', '.', part.text) : asciidocTable(part.rows);
  return part.kind === 'text' ? fenceOf('text', part.text) : markdownTable(part.rows);
}

type Write = (citation: Citation, cited: CitedFlow, place: Place, report: Report) => string | null;

const fenceOf = (language: string, text: string): string => fence(`${text.trimEnd()}\n`, language).trimEnd();

const fenced = (language: string, text: string | null): string | null => text && fenceOf(language, text);

const markdown = {
  mermaid: (_, { text }) => fenced('mermaid', text('mermaid')),
  text: (_, { text }) => fenced('text', text('text')),
  alt: (_, { text }) => fenced('text', text('alt')),
  yaml: (_, { text }) => fenced('yaml', text('yaml')),
  steps: (_, { text }) => {
    const table = text('steps');
    return table === null ? null : table.trimEnd();
  },
  page: pageText,
  picture: (citation, cited, { kind }) => pictureMarkup(citation, cited, kind === 'mdx'),
} satisfies Record<CitedFormat, Write>;

function pageText(citation: Citation, { text, pictures }: CitedFlow, { depth }: Place, report: Report): string | null {
  const page = text('page');
  if (page === null) return null;
  const { whole, sections } = readPage(placePictures(page, pictures), Math.max(depth, 1));
  const { section } = citation;
  const found = section === null ? whole : sections.get(section);
  if (found !== undefined) return found;
  report(
    citationMistake(
      citation,
      'section',
      `the page has no section "${section}"`,
      nearestOf(section ?? '', 'sections', [...sections.keys()]),
    ),
  );
  return null;
}

/** The page lies beside its pictures, and the document elsewhere. */
function placePictures(page: string, { light }: Pictures): string {
  const folder = light.slice(0, light.lastIndexOf('/') + 1);
  return page.replace(/(?<=<(?:img|source) [^>]*\b(?:src|srcset)=")(?![a-z]+:|\/)/g, folder);
}

/** How AsciiDoc is told of Mermaid. */
const diagramStyle = ({ block }: Citation): string => (block === 'source' ? 'source,mermaid' : 'mermaid');

/** Between lines of a style and of a mark. */
const delimitedAs =
  (style: (citation: Citation) => string, mark: '-' | '.', format: TextFormat): Write =>
  (citation, { text }) => {
    const found = text(format);
    return found === null ? null : delimited(style(citation), mark, found);
  };

/** What is Markdown for all others. */
const translated =
  (write: Write): Write =>
  (citation, ...rest) => {
    const text = write(citation, ...rest);
    return text === null ? null : asciidocPage(text, diagramStyle(citation));
  };

const asciidoc = {
  mermaid: delimitedAs(diagramStyle, '-', 'mermaid'),
  text: delimitedAs(() => '', '.', 'text'),
  alt: delimitedAs(() => '', '.', 'alt'),
  yaml: delimitedAs(() => 'source,yaml', '-', 'yaml'),
  picture: imageMacro,
  steps: translated(markdown.steps),
  page: translated(markdown.page),
} satisfies Record<CitedFormat, Write>;
