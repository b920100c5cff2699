/** The headings that templates/page/ prints. */
import type { PageViewOf, SectionView } from './page-view.js';

/** A view under a heading. */
export type HeadedView = SectionView | PageViewOf<'response'> | PageViewOf<'program'>;

export function headingOf(view: HeadedView): string {
  if (view.kind === 'sample' || view.kind === 'section') return view.title;
  if (view.kind === 'response') return view.branch === '' ? 'Response example' : `Response example: ${view.branch}`;
  return view.kind === 'program' ? view.language : headings[view.kind];
}

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
  references: 'Related flows',
} as const;
