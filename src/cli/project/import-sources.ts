/** Imports diagrams as flow files. Mermaid's parser, which also proves each flow, is opened once, for the first diagram. */
import { fileDiagnostic, MermaidFailure } from '../world/index.js';
import type { World } from '../world/index.js';
import { findBlocks, readWords } from '../../docs/index.js';
import { importDiagrams, notations, openReaders } from '../../import/index.js';
import type { Imported, Notation, OtherDiagram, ParseMermaid, PrintMermaid } from '../../import/index.js';
import { checkSecrets, maskSource } from '../../secrets/index.js';
import { isError, lazily, otherText, positionAt } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { compileFlow } from '../../compile.js';
import { renderFlow } from '../../render.js';

export interface ImportedSources {
  /** The imports by file; files after a failure of the parser are missing. */
  readonly imports: ReadonlyMap<Source, Imported>;
  /** Diagnostics about diagrams that can't be read, and about losses. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Imports every file, even if others have errors. `start` is called for each. */
export async function importSources(
  sources: readonly Source[],
  world: World,
  start: (source: Source) => void = () => undefined,
): Promise<ImportedSources> {
  const { parse: parseMermaid, close } = openWhenNeeded(world);
  const readers = openReaders({ parseMermaid, printMermaid });
  const imports = new Map<Source, Imported>();
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  try {
    for (const source of sources) {
      start(source);
      const secrets = checkSecrets(source).filter(({ severity }) => severity !== 'info');
      diagnostics.push(...secrets);
      // A flow file would be one more copy of the secret.
      if (secrets.some(isError)) continue;
      // So would a guess, which is only a warning: the flow gets it masked.
      const masked = maskSource(source);
      const { isMade, names } = await findMade(masked);
      names.forEach((name) => taken.add(name));
      const imported = await importDiagrams(masked, { ...readers, taken, isMade });
      imports.set(source, imported);
      diagnostics.push(
        ...imported.diagnostics,
        ...imported.flows.flatMap(({ report, notices }) => [...report, ...notices]),
      );
    }
  } catch (error) {
    if (!(error instanceof MermaidFailure)) throw error;
    const [first] = sources;
    const hint = 'run: npm install -D mermaid';
    diagnostics.push(fileDiagnostic('mermaid-parser', first?.path ?? '', error.message, hint));
  } finally {
    await close();
  }
  return { imports, diagnostics };
}

function openWhenNeeded(world: World): { readonly parse: ParseMermaid; readonly close: () => Promise<void> } {
  let isOpen = false;
  const open = lazily(() => {
    isOpen = true;
    return world.openMermaidParser();
  });
  return {
    parse: async (diagram) => (await open()).parse(diagram),
    close: async () => (isOpen ? (await open()).close() : undefined),
  };
}

/** Reports that a requested file contains no diagram to import. `others`: the diagrams that it contains. */
export function nothingFound(source: Source, others: readonly OtherDiagram[] = []): Diagnostic {
  const listed = (name: (notation: Notation) => string): string => notations.map(name).join(' or ');
  const what = `contains no ${listed(({ name }) => name)} sequence diagram${others.length === 0 ? '' : ' to import'}`;
  const word = notations[0]?.words[0] ?? '';
  const looked = `it looks for ${listed(({ keyword }) => JSON.stringify(keyword))}, bare, in a fenced block or in a tag such as <pre class="${word}">`;
  const other = otherText(source);
  const whole = other ? `${other.message}\n${other.hint ?? ''}` : looked;
  const hint = others.length === 0 ? whole : others.slice(0, MOST_TOLD).map(tellOther).join('\n');
  return { ...fileDiagnostic('readable-files', source.path, what, hint), severity: 'warning' };
}

const MOST_TOLD = 5;

function tellOther({ kind, span, reason }: OtherDiagram): string {
  const { line } = positionAt(span.source, span.start);
  return `line ${line}: ${kind}${reason === '' ? '' : `, but ${reason}`}`;
}

interface Made {
  /** Whether a diagram is in a block that authflow maintains. */
  readonly isMade: (span: Span) => boolean;
  /** The ids of the flows that blocks cite: no other diagram of the page gets them. */
  readonly names: readonly string[];
}

async function findMade(source: Source): Promise<Made> {
  const { blocks } = await findBlocks(source);
  return {
    isMade: ({ start, end }) => blocks.some(({ between }) => between.start <= start && end <= between.end),
    names: blocks.flatMap(
      ({ begin }) => /(?<![\w-])([\w-]+)\.ya?ml$/.exec(readWords(begin.words)[0]?.name ?? '')?.[1] ?? [],
    ),
  };
}

const printMermaid: PrintMermaid = (source) => {
  const { flow, diagnostics } = compileFlow(source, { secrets: 'ignore' });
  if (!flow) return { mermaid: null, diagnostics };
  const { artifacts, diagnostics: found } = renderFlow(flow, { formats: ['mermaid'] });
  return { mermaid: artifacts[0]?.content ?? null, diagnostics: [...diagnostics, ...found] };
};
