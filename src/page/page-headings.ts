/** The headings of a page below its title, in order, and the names by which a document cites their sections. */
import type { Flow } from '../model/index.js';
import { headingAnchors, markdownDialect } from './markdown/index.js';
import { pageView } from './page.js';
import type { PageMaterial } from './page.js';
import type { PageView, PageViewOf, SectionView } from './page-view.js';

/** A view under a heading. */
type HeadedView = SectionView | PageViewOf<'response'> | PageViewOf<'program'>;

export const headedViews = ({ sections }: PageView): readonly HeadedView[] => sections.flatMap(viewsIn);

function viewsIn(section: SectionView): readonly HeadedView[] {
  const { kind } = section;
  if (kind === 'sample') return [section, ...section.responses.map((each) => ({ ...each, kind: 'response' as const }))];
  if (kind === 'programs') return [section, ...section.programs.map((each) => ({ ...each, kind: 'program' as const }))];
  if (kind !== 'section') return [section];
  return [section, ...section.blocks.flatMap((block) => (block.kind === 'section' ? viewsIn(block) : []))];
}

/** The anchors that GitHub gives the headings of the packaged Markdown page, in the order of {@link headedViews}. */
export function sectionNames(flow: Flow, { remarks }: Pick<PageMaterial, 'remarks'> = {}): readonly string[] {
  const view = pageView(flow, { mermaid: '', text: '', remarks }, markdownDialect);
  return headingAnchors(headedViews(view).map(headingOf));
}

function headingOf(view: HeadedView): string {
  if (view.kind === 'sample' || view.kind === 'section') return view.title;
  if (view.kind === 'response') return view.branch === '' ? 'Response example' : `Response example: ${view.branch}`;
  return view.kind === 'program' ? view.language : headings[view.kind];
}

/** The headings that templates/page/ prints. */
const headings = {
  'when-to-use': 'When to use',
  'when-not-to-use': 'When not to use',
  prerequisites: 'Prerequisites',
  mermaid: 'Sequence diagram',
  picture: 'Sequence diagram',
  diagram: 'Text diagram',
  programs: 'Code examples',
  security: 'Security considerations',
  threats: 'Threats',
  findings: 'Security findings',
  limitations: 'Limitations',
  customization: 'Customization points',
} as const;
