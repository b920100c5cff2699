/** Cites a flow's page, or one of its sections, at its place in a document. */
import { citationMistake } from '../../docs/index.js';
import type { Citation } from '../../docs/index.js';
import { flatSteps } from '../../model/index.js';
import type { Flow, Say } from '../../model/index.js';
import { readPage, sectionNames } from '../../page/index.js';
import type { Report } from '../../source/index.js';
import type { RenderOptions } from '../../render.js';

interface PagePlace {
  readonly isAsciidoc: boolean;
  /** The depth of the heading above it, from 1. */
  readonly depth: number;
  /** The path to the output folder, with pictures and pages: '', or a path that ends in a slash. */
  readonly folder: string;
  readonly report: Report;
  readonly say: Say;
}

/** `print`: prints the page, once for each set of options. Null, with a diagnostic, if that fails. */
export function citePage(
  flow: Flow,
  citation: Citation,
  { isAsciidoc, depth, folder, report, say }: PagePlace,
  print: (writing: Pick<RenderOptions, 'asciidoc' | 'pictures'>) => string | null,
): string | null {
  const { section, block } = citation;
  const writing = linked(flow, folder);
  if (isAsciidoc) {
    const names = sectionNames(flow, { say });
    if (section !== null && !names.includes(section)) return unknownSection(citation, section, names, report);
    return print({ ...writing, asciidoc: { depth, section, mermaid: block } });
  }
  const page = print(writing);
  if (page === null) return null;
  const { whole, sections } = readPage(page, depth);
  if (section === null) return whole;
  return sections.get(section) ?? unknownSection(citation, section, [...sections.keys()], report);
}

/** How texts with links to pictures and to the pages of other flows are printed: as beside them, where there is no difference. */
export function linked({ page, steps }: Flow, folder: string): Pick<RenderOptions, 'pictures'> {
  const isLinked = page?.picture != null || [...flatSteps(steps)].some((step) => step.kind === 'ref' && step.hasPage);
  return isLinked && folder !== '' ? { pictures: folder } : {};
}

function unknownSection(citation: Citation, section: string, names: readonly string[], report: Report): null {
  const message = `the page has no section "${section}"`;
  report(citationMistake(citation, 'section', message, { value: section, kind: 'sections', known: names }));
  return null;
}
