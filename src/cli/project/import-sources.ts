/** Mermaid diagrams to flow files, by the one parser that a run needs. */
import { fileDiagnostic, MermaidFailure } from '../world/index.js';
import type { World } from '../world/index.js';
import { findBlocks } from '../../docs/index.js';
import { importDiagrams } from '../../import/index.js';
import type { Imported, RoundTrip } from '../../import/index.js';
import { checkSecrets } from '../../secrets/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { compileFlow } from '../../compile.js';
import { renderFlow } from '../../render.js';

export interface ImportedSources {
  /** By the file; those after a failure of the parser are missing. */
  readonly imports: ReadonlyMap<Source, Imported>;
  /** What Mermaid refuses, and what is lost. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every file, whatever is wrong with the others. `start` is told of each. */
export async function importSources(
  sources: readonly Source[],
  world: World,
  start: (source: Source) => void = () => undefined,
): Promise<ImportedSources> {
  const parser = await world.openMermaidParser();
  const imports = new Map<Source, Imported>();
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  try {
    for (const source of sources) {
      start(source);
      const secrets = checkSecrets(source).filter(({ severity }) => severity !== 'info');
      diagnostics.push(...secrets);
      // A flow file would be one more place for it.
      if (secrets.some(isError)) continue;
      const isMade = await findMade(source);
      const imported = await importDiagrams(source, { parse: parser.parse, print, taken, isMade });
      imports.set(source, imported);
      diagnostics.push(
        ...imported.diagnostics,
        ...imported.flows.flatMap(({ report, notices }) => [...report, ...notices]),
      );
    }
  } catch (error) {
    if (!(error instanceof MermaidFailure)) throw error;
    const [first] = sources;
    const hint = 'diagrams are read by Mermaid itself; run: npm install --save-dev mermaid';
    diagnostics.push(fileDiagnostic('mermaid-parser', first?.path ?? '', error.message, hint));
  } finally {
    await parser.close();
  }
  return { imports, diagnostics };
}

/** Of a page from which something was asked. */
export const nothingFound = ({ path }: Source): Diagnostic => ({
  ...fileDiagnostic(
    'readable-files',
    path,
    'holds no Mermaid sequence diagram',
    'it looks for "sequenceDiagram", bare, in a fenced block or in a tag such as <pre class="mermaid">',
  ),
  severity: 'warning',
});

/** Whether a diagram stands in a block that authflow keeps. */
async function findMade(source: Source): Promise<(span: Span) => boolean> {
  const { blocks } = await findBlocks(source);
  return ({ start, end }) => blocks.some(({ between }) => between.start <= start && end <= between.end);
}

const print: RoundTrip['print'] = (source) => {
  const { flow, diagnostics } = compileFlow(source, { secrets: 'ignore' });
  if (!flow) return { mermaid: null, diagnostics };
  const { artifacts, diagnostics: found } = renderFlow(flow, { formats: ['mermaid'] });
  return { mermaid: artifacts[0]?.content ?? null, diagnostics: [...diagnostics, ...found] };
};
