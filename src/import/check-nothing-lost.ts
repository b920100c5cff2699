/** The proof of an import: its flow, drawn and read again, is the same diagram. What differs is reported. */
import type { Diagnostic, Source } from '../source/index.js';
import type { Chart } from './chart.js';
import { compareCharts } from './compare-charts.js';
import { tellLoss } from './context.js';
import type { ChartContext } from './context.js';
import type { ParseMermaid } from './database.js';
import { wholeOf } from './excerpt.js';
import { findPlaces } from './places.js';
import { readChart } from './read-chart.js';
import { explainRefusal } from './refusal.js';
import { splitDiagram } from './split-diagram.js';

export interface RoundTrip {
  readonly parse: ParseMermaid;
  /** A flow file to Mermaid; null, with the reasons, where it can't be. */
  readonly print: (flow: Source) => { readonly mermaid: string | null; readonly diagnostics: readonly Diagnostic[] };
}

export async function checkNothingLost(flow: Source, before: Chart, tools: RoundTrip & ChartContext): Promise<void> {
  const { mermaid, diagnostics } = tools.print(flow);
  if (mermaid === null) {
    for (const { message } of diagnostics) tellLoss(tools, message, tools.places.diagram);
    return;
  }
  const split = splitDiagram(wholeOf({ path: flow.path, text: mermaid }));
  const database = await tools.parse({ head: split.head, code: split.code.text, title: '' });
  if (database.refused) {
    tellLoss(tools, explainRefusal(database, split).message, tools.places.diagram);
    return;
  }
  const after = readChart(database, { places: findPlaces(database, split), report: () => undefined });
  for (const { row, message, hint } of compareCharts(before, after)) {
    const span = row === null ? tools.places.diagram : tools.places.message(row);
    tools.report({ code: 'mermaid-import', severity: 'warning', message, hint, span });
  }
}
