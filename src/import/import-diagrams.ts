/** Reads Mermaid's sequence diagrams as flow files. Pure: Mermaid's parser and the way back to Mermaid are handed in. */
import type { Diagnostic, Source, Span } from '../source/index.js';
import { writeFlow } from '../syntax/index.js';
import { buildShape } from './build-shape.js';
import { checkNothingLost } from './check-nothing-lost.js';
import type { RoundTrip } from './check-nothing-lost.js';
import type { ChartContext } from './context.js';
import { findCutTexts } from './cut-texts.js';
import { findDiagrams } from './find-diagrams.js';
import type { FoundDiagram } from './find-diagrams.js';
import { nameFlow } from './name-flow.js';
import { placeComments } from './place-comments.js';
import { findPlaces, headSpan } from './places.js';
import { readChart } from './read-chart.js';
import { darkContrast, readTheme } from './read-config.js';
import { emptyDiagram, explainRefusal } from './refusal.js';
import { splitDiagram } from './split-diagram.js';

export interface ImportTools extends RoundTrip {
  /** Ids that other flows have; those of the imported ones are added. */
  readonly taken?: Set<string>;
  /** Diagrams that were made from flows, and are left out. */
  readonly isMade?: (span: Span) => boolean;
}

export interface ImportedFlow {
  /** The flow's id. */
  readonly name: string;
  /** The flow file: YAML, LF, with a final line break. */
  readonly text: string;
  /** The diagram's block in the source. */
  readonly span: Span;
  readonly messages: number;
  /** Of the messages' text on GitHub's dark page; null where the diagram leaves its colour to the host. */
  readonly darkContrast: number | null;
  /** It stands in a fenced block with the word `mermaid`, as authflow writes them. */
  readonly isFenced: boolean;
  /** What the flow can't say, each at its line; empty where nothing is lost. */
  readonly report: readonly Diagnostic[];
  /** What the diagram itself does not show. */
  readonly notices: readonly Diagnostic[];
}

export interface Imported {
  readonly flows: readonly ImportedFlow[];
  /** Of diagrams that Mermaid refuses, or that show nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every sequence diagram of a Mermaid, Markdown or MDX file, in order. One that Mermaid refuses does not stop the others. */
export async function importDiagrams(source: Source, tools: ImportTools): Promise<Imported> {
  const found = findDiagrams(source);
  const taken = tools.taken ?? new Set<string>();
  const flows: ImportedFlow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const diagram of found.filter(({ span }) => !tools.isMade?.(span))) {
    const result = await importDiagram(diagram, found.length > 1, { ...tools, taken });
    if ('name' in result) flows.push(result);
    else diagnostics.push(result);
  }
  return { flows, diagnostics };
}

async function importDiagram(
  { excerpt, span, heading, isFenced }: FoundDiagram,
  isOneOfMany: boolean,
  tools: ImportTools & { readonly taken: Set<string> },
): Promise<ImportedFlow | Diagnostic> {
  const split = splitDiagram(excerpt);
  const database = await tools.parse({ head: split.head, code: split.code.text, title: split.title });
  if (database.refused) return explainRefusal(database, split);

  if (database.participants.length === 0) return emptyDiagram(split);
  const report: Diagnostic[] = [];
  const context: ChartContext = { places: findPlaces(database, split), report: (loss) => void report.push(loss) };
  const chart = readChart(database, context);
  const theme = readTheme(database.config, headSpan(split), context);
  const title = chart.heading || chart.accTitle;
  const name = nameFlow({ path: span.source.path, title, heading, isOneOfMany }, tools.taken);
  const { shape, homes } = buildShape(chart, name, theme);
  const text = writeFlow(shape, placeComments(split, context, { shape, homes, database }));
  await checkNothingLost({ path: `${name.id}.yaml`, text }, chart, { ...tools, ...context });
  return {
    name: name.id,
    text,
    span,
    isFenced,
    darkContrast: darkContrast(database),
    messages: chart.rows.filter(({ kind }) => kind === 'message').length,
    report: report.sort((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0)),
    notices: findCutTexts(split),
  };
}
