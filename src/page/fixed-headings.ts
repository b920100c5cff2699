/** The headings that templates/page/ prints. */
import type { Say } from '../model/index.js';
import type { PageViewOf, SectionView } from './page-view.js';

/** A view under a heading. */
export type HeadedView = SectionView | PageViewOf<'response'> | PageViewOf<'program'>;

export function headingOf(view: HeadedView, say: Say): string {
  if (view.kind === 'sample' || view.kind === 'section') return view.title;
  if (view.kind === 'response')
    return view.branch === '' ? say('response-example') : say('response-example-if', { branch: view.branch });
  return view.kind === 'program' ? view.language : say(headings[view.kind]);
}

/** The names of their words. */
const headings = {
  'when-to-use': 'when-to-use',
  'when-not-to-use': 'when-not-to-use',
  prerequisites: 'prerequisites',
  mermaid: 'sequence-diagram',
  picture: 'sequence-diagram',
  diagram: 'text-diagram',
  programs: 'code-examples',
  security: 'security-considerations',
  threats: 'threats',
  findings: 'security-findings',
  limitations: 'limitations',
  customization: 'customization',
  references: 'related-flows',
} as const;
