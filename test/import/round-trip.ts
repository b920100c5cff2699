/** Imports with the real parser, and with the way back to Mermaid. */
import { openMermaidParser } from '../../src/cli/world/mermaid-parser.js';
import { compileFlow } from '../../src/compile.js';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { importDiagrams, openReaders } from '../../src/import/index.js';
import type { Imported, PrintMermaid } from '../../src/import/index.js';
import type { Source } from '../../src/source/source.js';
import { positionAt } from '../../src/source/source.js';
import { renderFlow } from '../../src/render.js';

export interface Importer {
  readonly importText: (path: string, text: string) => Promise<Imported>;
  readonly close: () => Promise<void>;
}

export function openImporter(packageName?: string): Importer {
  const { parse, close } = openMermaidParser(packageName);
  const readers = openReaders({ parseMermaid: parse, printMermaid });
  return { importText: (path, text) => importDiagrams({ path, text }, readers), close };
}

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
