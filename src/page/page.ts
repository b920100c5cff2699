/** The Markdown page: a flow and its two diagrams as the templates of templates/page/ receive them. */
import { pictureVariants } from '../model/index.js';
import type { Flow, Page, PageSection, PageTable, Remark, Spec } from '../model/index.js';
import type { Text } from '../source/index.js';
import { customizationView } from './customization.js';
import { findingViews } from './findings.js';
import { escapePlain, link, readInline, readPlain } from './inline.js';
import { attributeValue, cell, fence, heading, paragraphs, plain, prose } from './markdown.js';
import type { BlockView, PageView, PageViewOf, SectionView } from './view.js';
import { programsView, sampleView } from './sample.js';
import { threatViews } from './threats.js';

/** `mermaid` and `text` are the diagrams, as in their files. */
export function pageView(
  flow: Flow,
  diagrams: { readonly mermaid: string; readonly text: string },
  remarks: readonly Remark[] = [],
): PageView {
  const page = flow.page ?? emptyPage;
  const sections: readonly (SectionView | null)[] = [
    unlessEmpty(page.whenToUse, (texts) => ({ kind: 'when-to-use', items: texts.map(prose) })),
    unlessEmpty(page.whenNotToUse, (texts) => ({ kind: 'when-not-to-use', items: texts.map(prose) })),
    unlessEmpty(page.prerequisites, (texts) => ({ kind: 'prerequisites', items: itemViews(texts) })),
    page.picture ? pictureView(flow, page.picture) : { kind: 'mermaid', fence: fence('mermaid', diagrams.mermaid) },
    { kind: 'diagram', fence: fence('', diagrams.text) },
    ...page.samples.map((sample) => sampleView(sample, flow)),
    programsView(page, flow),
    ...page.sections.map((section) => sectionView(section, 2)),
    unlessEmpty(page.securityConsiderations, (texts) => ({ kind: 'security', items: itemViews(texts) })),
    unlessEmpty(threatViews(flow.steps), (threats) => ({ kind: 'threats', threats })),
    unlessEmpty(findingViews(flow, remarks), (findings) => ({ kind: 'findings', findings })),
    unlessEmpty(page.limitations, (texts) => ({ kind: 'limitations', items: texts.map(prose) })),
    customizationView(flow),
  ];
  return {
    title: heading(readPlain(flow.title)),
    summary: plain(flow.summary),
    specs: flow.specs.map(specLink).join(', '),
    isDraft: flow.status === 'draft',
    isDeprecated: flow.status === 'deprecated',
    sections: sections.filter((section) => section !== null),
  };
}

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

function pictureView(flow: Flow, format: string): PageViewOf<'picture'> {
  const [first, dark] = pictureVariants(flow);
  const alt = [flow.title.plain, flow.summary.plain].filter((text) => text !== '').join(': ');
  return {
    kind: 'picture',
    path: first?.path(format) ?? '',
    darkPath: dark?.path(format) ?? '',
    alt: attributeValue(alt || flow.id),
  };
}

function unlessEmpty<Item, View>(items: readonly Item[], view: (items: readonly Item[]) => View): View | null {
  return items.length === 0 ? null : view(items);
}

const itemViews = (texts: readonly Text[]): PageView<'item'>[] =>
  texts.map((text, index) => ({ number: index + 1, text: prose(text) }));

const specLink = ({ name, url }: Spec): string => (url === '' ? escapePlain(name) : link(name, url));

/** HTML has six depths of headings. */
const deepest = 6;

function sectionView(section: PageSection, depth: number): PageViewOf<'section'> {
  const { title, text, bullets, steps, table, code: fenced, sections } = section;
  const blocks: readonly (BlockView | null)[] = [
    ...paragraphs(text).map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
    unlessEmpty(bullets, (texts) => ({ kind: 'bullets', items: texts.map(prose) })),
    unlessEmpty(steps, (texts) => ({ kind: 'numbered', items: itemViews(texts) })),
    table && tableView(table),
    fenced && fence(fenced.language, fenced.text.plain),
    ...sections.map((inner) => sectionView(inner, depth + 1)),
  ];
  return {
    kind: 'section',
    marks: '#'.repeat(Math.min(depth, deepest)),
    title: heading(readInline(title)),
    blocks: blocks.filter((block) => block !== null),
  };
}

/** Every row is as wide as the widest: GFM drops cells that have no head. */
function tableView({ columns, rows }: PageTable): PageViewOf<'table'> {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const cells = (texts: readonly Text[]): string[] =>
    Array.from({ length: width }, (_, index) => {
      const text = texts[index];
      return text ? cell(readInline(text)) : '';
    });
  return { kind: 'table', columns: cells(columns), rows: rows.map((row) => ({ cells: cells(row) })) };
}
