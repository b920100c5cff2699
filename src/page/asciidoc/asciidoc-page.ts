/** The page in AsciiDoc, or one of its sections, at a given depth of headings. */
import type { Flow } from '../../model/index.js';
import { headedViews, sectionNames } from '../page-headings.js';
import { pageView } from '../page.js';
import type { PageMaterial } from '../page.js';
import type { PageViewOf, SectionView } from '../page-view.js';
import { asciidocDialect } from './asciidoc-dialect.js';
import type { MermaidBlock } from './asciidoc-dialect.js';
import type { AsciidocViewOf } from './asciidoc-view.js';

export interface AsciidocPart {
  /** The depth of the heading above it, from 1; 0 for a document of its own, with a title. */
  readonly depth: number;
  /** One of {@link sectionNames}; null for the whole page. */
  readonly section: string | null;
  readonly mermaid: MermaidBlock;
}

type Sections = AsciidocViewOf<'page'>['sections'];

/** The view's kind is the name of the template that prints it. Null where the page has no such section. */
export function asciidocPage(
  flow: Flow,
  material: PageMaterial,
  { depth, section, mermaid }: AsciidocPart,
): AsciidocViewOf<'page' | 'response' | 'program'> | Sections[number] | null {
  const dialect = asciidocDialect(mermaid);
  const { marks: marksOf } = dialect;
  const view = pageView(flow, material, dialect);
  if (section === null) {
    const under = Math.max(depth, 1);
    const sections = view.sections.map((each) => withMarks(each, under + 1, marksOf));
    return { kind: 'page', ...view, marks: depth === 0 ? marksOf(1) : '', sections };
  }
  const found = headedViews(view)[sectionNames(flow, material).indexOf(section)];
  if (!found) return null;
  return found.kind === 'response' || found.kind === 'program'
    ? { ...found, marks: '' }
    : { ...withMarks(found, depth, marksOf), marks: '' };
}

function withMarks(section: SectionView, depth: number, marksOf: (depth: number) => string): Sections[number] {
  const [marks, inner] = [marksOf(depth), marksOf(depth + 1)];
  const { kind } = section;
  if (kind === 'section') return markSection(section, depth, marksOf);
  if (kind === 'sample')
    return { ...section, marks, responses: section.responses.map((each) => ({ ...each, marks: inner })) };
  if (kind === 'programs')
    return { ...section, marks, programs: section.programs.map((each) => ({ ...each, marks: inner })) };
  return { ...section, marks };
}

const markSection = (
  section: PageViewOf<'section'>,
  depth: number,
  marksOf: (depth: number) => string,
): AsciidocViewOf<'section'> => ({
  ...section,
  marks: marksOf(depth),
  blocks: section.blocks.map((block) => (block.kind === 'section' ? markSection(block, depth + 1, marksOf) : block)),
});
