/** Replaces each imported diagram by a block of authflow, in the page that it came from. */
import { documentsOf, openProjects, readDesign } from '../project/index.js';
import { count } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { documentKind, embedFlows, findBlocks } from '../../docs/index.js';
import { embeddable } from '../../render.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { openCitations } from './cite-flows.js';
import { readDocument, writeDocument } from './documents.js';
import { placeBlocks } from './place-blocks.js';
import type { PlacedFlow } from './place-blocks.js';

interface Replaced {
  readonly diagnostics: readonly Diagnostic[];
  /** `docs/login.md: 2 diagrams replaced`; null where none was. */
  readonly line: string | null;
}

const nothing = (...diagnostics: readonly Diagnostic[]): Replaced => ({ diagnostics, line: null });

/** Writes the page once, with all of its blocks, or not at all. */
export async function replaceDiagrams(page: Source, flows: readonly PlacedFlow[], world: World): Promise<Replaced> {
  const document = readDocument(page.path, world);
  if (!('file' in document)) return nothing(document);
  const before = (await findBlocks(page)).diagnostics.filter(isError);
  if (before.length > 0 || document.source.text !== page.text) return nothing(...before);
  const { text, placed } = await placeBlocks(
    page,
    flows.filter((flow) => !isTitledInItem(flow, page)),
  );
  const homeless = flows.filter((flow) => !placed.includes(flow)).map((flow) => homelessDiagram(flow, page));
  if (placed.length === 0) return nothing(...homeless);
  const { projects, diagnostics } = await openProjects({ paths: [page.path], options: {} }, world, documentsOf);
  const [project] = projects;
  const { design = null, ...read } = project ? await readDesign(project, world) : { diagnostics: [] };
  if (!project || !design) return nothing(...diagnostics, ...read.diagnostics);
  const cite = openCitations({ ...project, design }, world)(page.path);
  const embedded = await embedFlows({ path: page.path, text }, cite, embeddable);
  if (embedded.text === null) return nothing(...homeless, ...embedded.diagnostics);
  const result = await writeDocument(document, embedded.text, world);
  if (typeof result === 'object') return nothing(...homeless, ...embedded.diagnostics, result);
  const line = `${page.path}: ${count(placed.length, 'diagram')} replaced`;
  return { diagnostics: [...homeless, ...embedded.diagnostics], line };
}

/** In AsciiDoc, a block continues a list's item by a `+` of its own, and so can't get the title from in front of it. */
const isTitledInItem = ({ imported: { span } }: PlacedFlow, page: Source): boolean =>
  documentKind(page.path) === 'asciidoc' &&
  /(?:^|\n)\+[ \t]*\r?\n(?:[[.].*\n){1,4}(?![^])/.test(beforeContent(page.text, span));

/** The text up to and with the lines of attributes and titles of a block. */
const beforeContent = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + (/^(?:\[.*\]\s*\n)?(?=\.[^\s.])/.exec(text.slice(start, end))?.[0] ?? '');

const homelessDiagram = ({ imported: { span } }: PlacedFlow, { path }: Source): Diagnostic => ({
  code: 'whole-diagrams',
  severity: 'warning',
  message: 'not replaced in its page: no block can be here',
  span: { ...span, end: span.start },
  hint:
    documentKind(path) === 'asciidoc'
      ? 'it is in a comment, in a cell without the style "a", or it has a title and is in a list item'
      : 'it is in indented code, in a comment, in other code, or on the first line of a definition or a footnote',
});
