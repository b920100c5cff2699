/** Proves an import: draws its flow, reads the drawing again, and reports how it differs from the diagram. */
import type { Source, Span } from '../source/index.js';
import type { Chart } from './chart.js';
import { compareCharts } from './compare-charts.js';
import type { TellLoss } from './reader.js';
import { settleRows } from './settle-rows.js';

/** Draws a flow file and reads the result; or gives the reasons, in one line each, why that is impossible. */
export type Redraw = (flow: Source) => Promise<{ readonly chart: Chart } | { readonly reasons: readonly string[] }>;

/** `before`: with settled rows. `place`: for reports about the whole diagram. */
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
