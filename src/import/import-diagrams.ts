/** Reads sequence diagrams as flow files. Pure: readers of their notations and the way back to a diagram are handed in. */
import type { Diagnostic, Source, Span } from '../source/index.js';
import { writeFlow } from '../syntax/index.js';
import { buildShape } from './build-shape.js';
import { checkNothingLost } from './check-nothing-lost.js';
import type { Redraw } from './check-nothing-lost.js';
import { findDiagrams } from './find-diagrams.js';
import type { FoundDiagram } from './find-diagrams.js';
import { nameFlow } from './name-flow.js';
import { placeComments } from './place-comments.js';
import type { Reader, Reading, TellLoss } from './reader.js';
import { settleRows } from './settle-rows.js';

interface ImportTools {
  /** Of the notations that are looked for; the first that takes a diagram has it. */
  readonly readers: readonly Reader[];
  readonly redraw: Redraw;
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
  /** The language of the plain fenced block that it stands in: `mermaid`. Null for what stands in another one, or in none. */
  readonly fence: string | null;
  /** What the flow can't say, each at its line; empty where nothing is lost. */
  readonly report: readonly Diagnostic[];
  /** What the diagram itself does not show. */
  readonly notices: readonly Diagnostic[];
}

export interface Imported {
  readonly flows: readonly ImportedFlow[];
  /** Of diagrams that can't be read, or that show nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every sequence diagram of a file, in order. One that can't be read does not stop the others. */
export async function importDiagrams(source: Source, tools: ImportTools): Promise<Imported> {
  const found = findDiagrams(source, tools.readers);
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
  { reader, passage, span, heading, fence }: FoundDiagram,
  isOneOfMany: boolean,
  { redraw, taken }: Pick<ImportTools, 'redraw'> & { readonly taken: Set<string> },
): Promise<ImportedFlow | Diagnostic> {
  const report: Diagnostic[] = [];
  const tell: TellLoss = (message, at, hint) =>
    void report.push({ code: reader.lossCode, severity: 'warning', message, span: at, hint });
  const reading = await reader.read(passage, tell);
  if (!('chart' in reading)) return reading;
  if (reading.chart.participants.length === 0) return reportEmpty(reader, reading);
  const chart = { ...reading.chart, rows: settleRows(reading.chart.rows, tell) };
  const title = chart.drawnTitle || chart.title;
  const name = nameFlow({ path: span.source.path, title, heading, isOneOfMany }, taken);
  const built = buildShape(chart, name, reading.theme);
  const text = writeFlow(built.shape, placeComments(reading, built));
  await checkNothingLost({ path: `${name.id}.yaml`, text }, chart, { redraw, tell, place: reading.begin });
  return {
    name: name.id,
    text,
    span,
    fence,
    darkContrast: reading.darkContrast,
    messages: chart.rows.filter(({ kind }) => kind === 'message').length,
    report: report.sort((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0)),
    notices: reading.notices,
  };
}

const reportEmpty = ({ lossCode }: Reader, { begin }: Reading): Diagnostic => ({
  code: lossCode,
  severity: 'warning',
  message: 'the diagram shows nothing, so it becomes no flow',
  span: begin,
});
