/** The headings of a page below its title, in order, and the names by which a document cites their sections. */
import type { Flow } from '../model/index.js';
import { headingOf } from './fixed-headings.js';
import type { HeadedView } from './fixed-headings.js';
import { headingAnchors, markdownDialect } from './markdown/index.js';
import { pageView } from './page.js';
import type { PageMaterial } from './page.js';
import type { PageView, SectionView } from './page-view.js';

export const headedViews = ({ sections }: PageView): readonly HeadedView[] => sections.flatMap(viewsIn);

function viewsIn(section: SectionView): readonly HeadedView[] {
  const { kind } = section;
  if (kind === 'sample') return [section, ...section.responses.map((each) => ({ ...each, kind: 'response' as const }))];
  if (kind === 'programs') return [section, ...section.programs.map((each) => ({ ...each, kind: 'program' as const }))];
  if (kind !== 'section') return [section];
  return [section, ...section.blocks.flatMap((block) => (block.kind === 'section' ? viewsIn(block) : []))];
}

/** The anchors that GitHub gives the headings of the packaged Markdown page, in the order of {@link headedViews}. */
export function sectionNames(flow: Flow, { remarks, say }: Pick<PageMaterial, 'remarks' | 'say'>): readonly string[] {
  const view = pageView(flow, { mermaid: '', text: '', remarks, say }, markdownDialect);
  return headingAnchors(headedViews(view).map((each) => headingOf(each, say)));
}
