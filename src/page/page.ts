/** Builds the view of the page, in a markup language, from a flow and its two diagrams. */
import { pictureVariants } from '../model/index.js';
import type { Flow, Page, PageSection, PageTable, Remark, Say, Spec } from '../model/index.js';
import { sliceText } from '../source/index.js';
import type { Text } from '../source/index.js';
import { customizationView } from './customization.js';
import type { Dialect } from './dialect.js';
import { findingViews } from './findings.js';
import { readInline, readPlain } from './inline.js';
import type { InlinePiece } from './inline.js';
import type { BlockView, PageView, PageViewOf, SectionView } from './page-view.js';
import { programsView, sampleView } from './sample.js';
import { referencesIn } from './references.js';
import { threatViews } from './threats.js';
import { uniqueHeadings } from './unique-headings.js';

/** What a page needs besides its flow. */
export interface PageMaterial {
  /** The diagram, as in its file. */
  readonly mermaid: string;
  readonly text: string;
  readonly remarks?: readonly Remark[] | undefined;
  /** The path from the page to its pictures: '', or a path that ends in a slash. */
  readonly pictures?: string | undefined;
  /** The path from the page to the pages of other flows; null where they can't be linked. */
  readonly pages?: string | null | undefined;
  /** Says the page's own words, in the language of the flow. */
  readonly say: Say;
}

export function pageView(flow: Flow, material: PageMaterial, dialect: Dialect): PageView {
  const page = flow.page ?? emptyPage;
  const { fence } = dialect;
  const { say } = material;
  const items = (texts: readonly Text[]): string[] => texts.map((text) => dialect.paragraph(readInline(text)));
  const sections: readonly (SectionView | null)[] = [
    unlessEmpty(page.whenToUse, (texts) => ({ kind: 'when-to-use', items: items(texts) })),
    unlessEmpty(page.whenNotToUse, (texts) => ({ kind: 'when-not-to-use', items: items(texts) })),
    unlessEmpty(page.prerequisites, (texts) => ({ kind: 'prerequisites', items: itemViews(items(texts)) })),
    page.picture === null
      ? { kind: 'mermaid', fence: fence('mermaid', material.mermaid) }
      : pictureView(flow, page.picture, material.pictures ?? '', dialect),
    { kind: 'diagram', fence: fence('', material.text) },
    ...page.samples.map((sample) => sampleView(sample, flow, dialect, say)),
    programsView(page, flow, dialect, say),
    ...page.sections.map((section) => sectionView(section, 2, dialect)),
    unlessEmpty(page.securityConsiderations, (texts) => ({ kind: 'security', items: itemViews(items(texts)) })),
    unlessEmpty(threatViews(flow.steps, dialect, say), (threats) => ({ kind: 'threats', threats })),
    unlessEmpty(findingViews(flow, material.remarks ?? [], dialect), (findings) => ({ kind: 'findings', findings })),
    unlessEmpty(page.limitations, (texts) => ({ kind: 'limitations', items: items(texts) })),
    customizationView(flow, dialect),
    unlessEmpty(referencesIn(flow, material.pages ?? null, dialect), (flows) => ({ kind: 'references', flows })),
  ];
  const title = dialect.heading(readPlain(flow.title));
  return {
    title,
    lang: flow.lang,
    summary: dialect.paragraph(readPlain(flow.summary)),
    specs: flow.specs.map((spec) => dialect.inline([specPiece(spec)])).join(', '),
    isDraft: flow.status === 'draft',
    isDeprecated: flow.status === 'deprecated',
    notice: flow.status === 'current' ? [] : wrapNotice(say(`${flow.status}-notice`)),
    sections: uniqueHeadings(
      { title, say },
      sections.filter((section) => section !== null),
    ),
  };
}

/** Lines of a paragraph that stay short enough with the mark of a quote before them. */
function wrapNotice(notice: string): string[] {
  const lines: string[] = [];
  for (const word of notice.split(/\s+/).filter((each) => each !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= NOTICE_LINE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const NOTICE_LINE = 118;

const emptyPage: Page = {
  picture: null,
  whenToUse: [],
  whenNotToUse: [],
  prerequisites: [],
  samples: [],
  code: [],
  sections: [],
  securityConsiderations: [],
  limitations: [],
};

function pictureView(flow: Flow, format: string, folder: string, { attribute }: Dialect): PageViewOf<'picture'> {
  const [first, dark] = pictureVariants(flow, format);
  const alt = [flow.title.plain, flow.summary.plain].filter((text) => text !== '').join(': ');
  return {
    kind: 'picture',
    path: first ? folder + first.path(format) : '',
    darkPath: dark ? folder + dark.path(format) : '',
    alt: attribute(alt || flow.id),
  };
}

function unlessEmpty<Item, View>(items: readonly Item[], view: (items: readonly Item[]) => View): View | null {
  return items.length === 0 ? null : view(items);
}

const itemViews = (texts: readonly string[]): PageView<'item'>[] =>
  texts.map((text, index) => ({ number: index + 1, text }));

const specPiece = ({ name, url }: Spec): InlinePiece =>
  url === '' ? { kind: 'text', text: name } : { kind: 'link', text: name, url };

function sectionView(section: PageSection, depth: number, dialect: Dialect): PageViewOf<'section'> {
  const { title, text, bullets, steps, table, code: fenced, sections } = section;
  const paragraphs = (texts: readonly Text[]): string[] => texts.map((each) => dialect.paragraph(readInline(each)));
  const blocks: readonly (BlockView | null)[] = [
    ...paragraphs(splitText(text)).map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
    unlessEmpty(bullets, (texts) => ({ kind: 'bullets', items: paragraphs(texts) })),
    unlessEmpty(steps, (texts) => ({ kind: 'numbered', items: itemViews(paragraphs(texts)) })),
    table && tableView(table, dialect),
    fenced && dialect.fence(fenced.language, fenced.text.plain),
    ...sections.map((inner) => sectionView(inner, depth + 1, dialect)),
  ];
  return {
    kind: 'section',
    marks: dialect.marks(depth),
    title: dialect.heading(readInline(title)),
    blocks: blocks.filter((block) => block !== null),
  };
}

/** The paragraphs of an author's Markdown, which blank lines separate. */
function splitText(text: Text): Text[] {
  const ends = [...text.plain.matchAll(/\n[ \t]*\n\s*/g)].map(
    ({ index, 0: gap }) => [index, index + gap.length] as const,
  );
  return [...ends, [text.plain.length, text.plain.length] as const]
    .map(([end], index) => sliceText(text, ends[index - 1]?.[1] ?? 0, end))
    .filter(({ plain }) => plain.trim() !== '');
}

/** Every row has as many cells as the widest: GFM drops cells without a column heading. */
export function tableView({ columns, rows }: PageTable, { cell }: Dialect): PageViewOf<'table'> {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const cells = (texts: readonly Text[]): string[] =>
    Array.from({ length: width }, (_, index) => {
      const text = texts[index];
      return text ? cell(readInline(text)) : '';
    });
  return { kind: 'table', columns: cells(columns), rows: rows.map((row) => ({ cells: cells(row) })) };
}
