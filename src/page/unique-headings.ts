/** No two headings of a page are the same: readers tell them apart, tables of contents too, and so does markdownlint (MD024). */
import type { Say } from '../model/index.js';
import { headingOf } from './fixed-headings.js';
import type { PageViewOf, SectionView } from './page-view.js';

/** A response is named after its request, and what is still the same is numbered. `title`: the page's. */
export function uniqueHeadings(
  { title, say }: { readonly title: string; readonly say: Say },
  sections: readonly SectionView[],
): SectionView[] {
  const isFixed = ({ kind }: SectionView): boolean => kind !== 'sample' && kind !== 'section';
  const taken = new Set([title, ...sections.filter(isFixed).map((section) => headingOf(section, say))]);
  for (const section of sections) {
    if (section.kind === 'programs') section.programs.forEach(({ language }) => taken.add(language));
  }
  const take = (heading: string): string => {
    let free = heading;
    for (let count = 2; taken.has(free); count += 1) free = `${heading} (${count})`;
    taken.add(free);
    return free;
  };
  const takeSection = (section: PageViewOf<'section'>): PageViewOf<'section'> => ({
    ...section,
    title: take(section.title),
    blocks: section.blocks.map((block) => (block.kind === 'section' ? takeSection(block) : block)),
  });
  return sections.map((section): SectionView => {
    if (section.kind === 'section') return takeSection(section);
    if (section.kind !== 'sample') return section;
    const named = { ...section, title: take(section.title) };
    return {
      ...named,
      responses: named.responses.map((response) => takeResponse(response, named.title, { taken, say })),
    };
  });
}

type ResponseView = PageViewOf<'sample'>['responses'][number];

function takeResponse(
  response: ResponseView,
  request: string,
  { taken, say }: { readonly taken: Set<string>; readonly say: Say },
): ResponseView {
  const { branch } = response;
  const named = branch === '' ? request : `${request}, ${branch}`;
  const choices = [branch, named, ...Array.from({ length: taken.size }, (_, index) => `${named} (${index + 2})`)];
  const heading = (each: string): string => headingOf({ ...response, kind: 'response', branch: each }, say);
  const free = choices.find((each) => !taken.has(heading(each))) ?? branch;
  taken.add(heading(free));
  return { ...response, branch: free };
}
