/** In a flow a participant takes part only between its creation and its end; Mermaid draws it whatever happens. */
import type { ChartRow } from './chart.js';
import { tellLoss } from './context.js';
import type { ChartContext } from './context.js';

type Rows = readonly ChartRow[];

/** Creations after a first appearance, and ends before a last one, are reported and taken away. */
export function checkLives(rows: Rows, context: ChartContext): Rows {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const name of namesIn(row)) {
      if (!first.has(name)) first.set(name, index);
      last.set(name, index);
    }
  });
  const tell = (row: ChartRow, loss: string) => tellLoss(context, loss, context.places.message(row.row));
  return rows.map((row, index) => {
    if (row.kind !== 'message') return row;
    const { to, destroy } = row;
    const isLate = row.create && first.get(to) !== index;
    const isEarly = destroy !== '' && last.get(destroy) !== index;
    if (isLate)
      tell(
        row,
        `participant ${JSON.stringify(to)} takes part before this message creates it: it is there from the top`,
      );
    if (isEarly) tell(row, `participant ${JSON.stringify(destroy)} takes part after its end: it stays to the bottom`);
    return { ...row, create: row.create && !isLate, destroy: isEarly ? '' : destroy };
  });
}

function namesIn(row: ChartRow): readonly string[] {
  if (row.kind === 'message' || row.kind === 'note') return [row.from, row.to];
  return row.kind === 'activation' ? [row.participant] : [];
}
