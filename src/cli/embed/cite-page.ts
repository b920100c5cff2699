/** Cites a flow's page, or one of its sections, at its place in a document. */
import { citationMistake } from '../../docs/index.js';
import type { Citation } from '../../docs/index.js';
import { flatSteps } from '../../model/index.js';
import type { Flow, Say } from '../../model/index.js';
import { readPage, sectionNames } from '../../page/index.js';
import type { Report } from '../../source/index.js';
import type { RenderOptions } from '../../render.js';

/** The options that depend on the document. */
export type Writing = Pick<RenderOptions, 'asciidoc' | 'pictures' | 'linksPages'>;

/** The output folder, as a document sees it. */
export interface OutputFolder {
  /** The path to it, with pictures and pages: '', or a path that ends in a slash. */
  readonly path: string;
  /** Whether the document's readers find pages there. */
  readonly hasPages: boolean;
}

interface PagePlace {
  readonly isAsciidoc: boolean;
  /** The depth of the heading above it, from 1. */
  readonly depth: number;
  readonly output: OutputFolder;
  readonly report: Report;
  readonly say: Say;
}

/** `print`: prints the page, once for each set of options. Null, with a diagnostic, if that fails. */
export function citePage(
  flow: Flow,
  citation: Citation,
  { isAsciidoc, depth, output, report, say }: PagePlace,
  print: (writing: Writing) => string | null,
): string | null {
  const { section, block } = citation;
  const writing = linked(flow, output);
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
export function linked({ page, steps }: Flow, { path, hasPages }: OutputFolder): Writing {
  const refersToPages = [...flatSteps(steps)].some((step) => step.kind === 'ref' && step.hasPage);
  const isLinked = page?.picture != null || (refersToPages && hasPages);
  return {
    ...(isLinked && path !== '' && { pictures: path }),
    ...(refersToPages && !hasPages && { linksPages: false }),
  };
}

function unknownSection(citation: Citation, section: string, names: readonly string[], report: Report): null {
  const message = `the page has no section "${section}"`;
  report(citationMistake(citation, 'section', message, { value: section, kind: 'sections', known: names }));
  return null;
}
