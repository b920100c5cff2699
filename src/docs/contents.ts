/** What stands in a block, by the format that it asks for and the kind of its document. */
import { nearestOf } from '../diagnostic.js';
import type { Report } from '../diagnostic.js';
import { fence } from '../quote.js';

import { delimited, imageMacro } from './asciidoc.js';
import type { Citation, CitedFormat } from './citation.js';
import type { CitedFlow } from './cited-flow.js';
import type { DocumentKind } from './document.js';
import { readPage } from './page-sections.js';
import { citationMistake } from './mistakes.js';
import { pictureMarkup } from './picture.js';
import { steadyMarkdown } from './steady-markdown.js';

export interface Place {
  readonly kind: DocumentKind;
  /** How deep the heading above is; 0 for none. */
  readonly depth: number;
}

/** LF, no final break; null, with a report, where there is nothing to show. */
export function blockContents(citation: Citation, cited: CitedFlow, place: Place, report: Report): string | null {
  const { kind } = place;
  const write = kind === 'asciidoc' ? asciidoc[citation.format] : markdown[citation.format];
  const text = write(citation, cited, place, report);
  if (text === null || kind === 'asciidoc') return text;
  return steadyMarkdown(text, kind === 'mdx');
}

type Write = (citation: Citation, cited: CitedFlow, place: Place, report: Report) => string | null;

const fenced = (language: string, text: string | null): string | null =>
  text === null ? null : fence(`${text.trimEnd()}\n`, language).trimEnd();

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

function pageText(citation: Citation, { text }: CitedFlow, { depth }: Place, report: Report): string | null {
  const page = text('page');
  if (page === null) return null;
  const { whole, sections } = readPage(page, Math.max(depth, 1));
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

const onlyMarkdown: Write = (citation, _cited, _place, report) => {
  report(
    citationMistake(
      citation,
      citation.section === null ? 'format' : 'section',
      `a block in AsciiDoc can't be "${citation.format}": that is Markdown`,
      'in AsciiDoc there are: mermaid, text, picture, alt, yaml',
    ),
  );
  return null;
};

const asciidoc = {
  mermaid: ({ block }, { text }) => delimited(block === 'source' ? 'source,mermaid' : 'mermaid', '-', text('mermaid')),
  text: (_, { text }) => delimited('', '.', text('text')),
  alt: (_, { text }) => delimited('', '.', text('alt')),
  yaml: (_, { text }) => delimited('source,yaml', '-', text('yaml')),
  picture: imageMacro,
  steps: onlyMarkdown,
  page: onlyMarkdown,
} satisfies Record<CitedFormat, Write>;
