/** Imports with the real parser, and with the way back to Mermaid. */
import { openMermaidParser } from '../../src/cli/world/mermaid-parser.js';
import type { MermaidParser } from '../../src/cli/world/mermaid-parser.js';
import { compileFlow } from '../../src/compile.js';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { importDiagrams, openReaders } from '../../src/import/index.js';
import type { Imported, ParseMermaid, PrintMermaid } from '../../src/import/index.js';
import type { Source } from '../../src/source/source.js';
import { positionAt } from '../../src/source/source.js';
import { renderFlow } from '../../src/render.js';
import { newest } from '../mermaid/parser.js';

let parser: MermaidParser | null = null;

/** Mermaid takes a second to load: one for all files that a process tests. */
export const parseMermaid: ParseMermaid = (diagram) => (parser ??= openMermaidParser(newest)).parse(diagram);

export const importText = (path: string, text: string): Promise<Imported> =>
  importDiagrams({ path, text }, openReaders({ parseMermaid, printMermaid }));

export const printMermaid: PrintMermaid = (source: Source) => {
  const { flow, diagnostics } = compileFlow(source);
  if (!flow) return { mermaid: null, diagnostics };
  const { artifacts, diagnostics: found } = renderFlow(flow, { formats: ['mermaid'] });
  return { mermaid: artifacts[0]?.content ?? null, diagnostics: [...diagnostics, ...found] };
};

/** `12: half an arrow head becomes a whole one` */
export function tell({ message, span }: Diagnostic): string {
  return span ? `${positionAt(span.source, span.start).line}: ${message}` : message;
}
