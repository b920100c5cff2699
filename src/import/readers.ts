/** The notations that are imported: a new one is a folder with its reader, and an entry here. */
import type { Redraw } from './check-nothing-lost.js';
import { mermaidNotation, readMermaid, redrawFlow } from './mermaid/index.js';
import type { ParseMermaid, PrintMermaid } from './mermaid/index.js';
import type { Notation, Read, Reader } from './reader.js';

/** The tools that reading and proving need. */
interface ReaderTools {
  /** Mermaid's own parser; called only if there is a diagram. */
  readonly parseMermaid: ParseMermaid;
  readonly printMermaid: PrintMermaid;
}

interface Entry extends Notation {
  readonly open: (tools: ReaderTools) => Read;
}

const entries: readonly Entry[] = [{ ...mermaidNotation, open: ({ parseMermaid }) => readMermaid(parseMermaid) }];

export const notations: readonly Notation[] = entries;

export const openReaders = (tools: ReaderTools): { readonly readers: readonly Reader[]; readonly redraw: Redraw } => ({
  readers: entries.map(({ open, ...notation }) => ({ ...notation, read: open(tools) })),
  redraw: redrawFlow(tools.printMermaid, tools.parseMermaid),
});

/** Extensions of pages that may contain diagrams. */
const pageEndings = ['.md', '.mdx', '.markdown', '.qmd', '.rmd', '.adoc', '.asciidoc', '.asc'];

/** Extensions of all files that may contain diagrams. */
export const diagramEndings: readonly string[] = [...notations.flatMap(({ endings }) => endings), ...pageEndings];

export const isDiagramFile = (path: string): boolean =>
  diagramEndings.some((ending) => path.toLowerCase().endsWith(ending));

/** Whether a text is one diagram and nothing else. */
export function isDiagram(text: string): boolean {
  const withFeeds = text.replaceAll('\r\n', '\n');
  return notations.some((notation) => notation.isDiagram(withFeeds));
}
