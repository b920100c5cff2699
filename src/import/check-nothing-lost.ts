/** The proof of an import: its flow, drawn and read again, is the same diagram. What differs is reported. */
import type { Source, Span } from '../source/index.js';
import type { Chart } from './chart.js';
import { compareCharts } from './compare-charts.js';
import type { TellLoss } from './reader.js';
import { settleRows } from './settle-rows.js';

/** Draws a flow file, and reads what was drawn; the reasons, in one line each, where it can't be. */
export type Redraw = (flow: Source) => Promise<{ readonly chart: Chart } | { readonly reasons: readonly string[] }>;

/** `before`: with its rows settled. `place`: of what is about the whole diagram. */
export async function checkNothingLost(
  flow: Source,
  before: Chart,
  { redraw, tell, place }: { readonly redraw: Redraw; readonly tell: TellLoss; readonly place: Span },
): Promise<void> {
  const redrawn = await redraw(flow);
  if ('reasons' in redrawn) {
    for (const reason of redrawn.reasons) tell(reason, place);
    return;
  }
  const { chart } = redrawn;
  const after = { ...chart, rows: settleRows(chart.rows, () => undefined) };
  for (const { span, message, hint } of compareCharts(before, after)) tell(message, span ?? place, hint);
}
