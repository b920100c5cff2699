/** Cites a flow's page, or one of its sections, at its place in a document. */
import { citationMistake } from '../../docs/index.js';
import type { Citation, Pictures } from '../../docs/index.js';
import type { Flow, Say } from '../../model/index.js';
import { readPage, sectionNames } from '../../page/index.js';
import { nearestOf } from '../../source/index.js';
import type { Report } from '../../source/index.js';
import type { RenderOptions } from '../../render.js';

interface PagePlace {
  readonly isAsciidoc: boolean;
  /** The depth of the heading above it, from 1. */
  readonly depth: number;
  readonly pictures: Pictures;
  readonly report: Report;
  readonly say: Say;
}

/** `print`: prints the page, once for each set of options. Null, with a diagnostic, if that fails. */
export function citePage(
  flow: Flow,
  citation: Citation,
  { isAsciidoc, depth, pictures: { light }, report, say }: PagePlace,
  print: (writing: Pick<RenderOptions, 'asciidoc' | 'pictures'>) => string | null,
): string | null {
  const { section, block } = citation;
  const folder = light.slice(0, light.lastIndexOf('/') + 1);
  const writing = flow.page?.picture && folder !== '' ? { pictures: folder } : {};
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

function unknownSection(citation: Citation, section: string, names: readonly string[], report: Report): null {
  const message = `the page has no section "${section}"`;
  report(citationMistake(citation, 'section', message, nearestOf(section, 'sections', names)));
  return null;
}
