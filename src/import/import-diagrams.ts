/** Reads sequence diagrams as flow files. Pure: the readers and the way back to a diagram are passed in. */
import type { Diagnostic, Source, Span } from '../source/index.js';
import { writeFlow } from '../syntax/index.js';
import { buildShape } from './build-shape.js';
import { checkNothingLost } from './check-nothing-lost.js';
import type { Redraw } from './check-nothing-lost.js';
import { findDiagrams } from './find-diagrams.js';
import type { FoundDiagram, Frame } from './find-diagrams.js';
import { nameFlow } from './name-flow.js';
import type { OtherDiagram } from './other-diagrams.js';
import { placeComments } from './place-comments.js';
import type { Reader, Reading, TellLoss } from './reader.js';
import { settleRows } from './settle-rows.js';

interface ImportTools {
  /** The readers of all notations; the first that recognizes a diagram reads it. */
  readonly readers: readonly Reader[];
  readonly redraw: Redraw;
  /** Ids of other flows; those of the imported flows are added. */
  readonly taken?: Set<string>;
  /** Whether a diagram was made from a flow; such diagrams are skipped. */
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
  /** The contrast of the messages' text on GitHub's dark page; null where the diagram leaves its colour to the host. */
  readonly darkContrast: number | null;
  /** The block around it; null for a tag, and for a file that is one diagram. */
  readonly frame: Frame | null;
  /** What the flow can't express, each at its line; empty where nothing is lost. */
  readonly report: readonly Diagnostic[];
  /** Parts of the source that the diagram itself does not show. */
  readonly notices: readonly Diagnostic[];
}

export interface Imported {
  readonly flows: readonly ImportedFlow[];
  /** Diagrams of other kinds, those that are not found to be one, and those that were made from a flow. */
  readonly others: readonly OtherDiagram[];
  /** About diagrams that can't be read, or that are empty. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every sequence diagram of a file, in order. One that can't be read does not stop the others. */
export async function importDiagrams(source: Source, tools: ImportTools): Promise<Imported> {
  const { isMade = () => false } = tools;
  const { found, others } = findDiagrams(source, tools.readers);
  const taken = tools.taken ?? new Set<string>();
  const flows: ImportedFlow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const diagram of found.filter(({ span }) => !isMade(span))) {
    const result = await importDiagram(diagram, found.length > 1, { ...tools, taken });
    if ('name' in result) flows.push(result);
    else diagnostics.push(result);
  }
  const made = found
    .filter(({ span }) => isMade(span))
    .map(({ span }) => ({ kind: 'sequence', span, reason: 'it is in a block of authflow already', isMade: true }));
  return { flows, others: [...others.filter(({ span }) => !isMade(span)), ...made], diagnostics };
}

async function importDiagram(
  { reader, passage, span, heading, frame }: FoundDiagram,
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
    frame,
    darkContrast: reading.darkContrast,
    messages: chart.rows.filter(({ kind }) => kind === 'message').length,
    report: report.sort((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0)),
    notices: [...(frame?.isNamed === false ? [unnamedFence(reader, frame, span)] : []), ...reading.notices],
  };
}

const reportEmpty = ({ lossCode }: Reader, { begin }: Reading): Diagnostic => ({
  code: lossCode,
  severity: 'warning',
  message: 'the diagram is empty, so it is skipped',
  span: begin,
});

const unnamedFence = ({ words: [word = ''] }: Reader, { open }: Frame, { source, start }: Span): Diagnostic => {
  const at = source.text.indexOf(open, start);
  return {
    code: 'named-fences',
    severity: 'warning',
    message: 'this fence names no language, so pages show the source of the diagram',
    span: { source, start: at, end: at + open.length },
    hint: `write ${/^[`~]/.test(open) ? open + word : `[${word}] above it`} to have it drawn`,
  };
};
