/** From rows as a reader gives them to rows that can be steps, and be compared. */
import type { ChartMessage, ChartRow } from './chart.js';
import type { TellLoss } from './reader.js';

type Rows = readonly ChartRow[];
type MessageRow = Extract<ChartRow, ChartMessage>;

export const settleRows = (rows: Rows, tell: TellLoss): Rows => checkLives(attachToMessages(rows), tell);

/** What stands right after a message and belongs to it: an activation, the sender's end of one, notes over its two ends. */
function attachToMessages(rows: Rows): Rows {
  const attached: ChartRow[] = [];
  for (const row of dropReversals(rows)) {
    const last = attached.at(-1);
    const joined = last?.kind === 'message' ? join(last, row) : null;
    if (joined) attached[attached.length - 1] = joined;
    else attached.push(row);
  }
  return attached;
}

/** Notes come last, since the words of a message stand together; and a message has room for one mark only. */
function join(message: MessageRow, row: ChartRow): MessageRow | null {
  const { from, to, notes } = message;
  if (row.kind === 'activation') {
    if (message.activate || message.deactivate || notes.length > 0) return null;
    if (row.active) return row.participant === to ? { ...message, activate: true } : null;
    return row.participant === from ? { ...message, deactivate: true } : null;
  }
  const isOver = row.kind === 'note' && row.placement === 'over' && row.text !== '';
  const isBetween = isOver && [row.from, row.to].sort().join('\n') === [from, to].sort().join('\n');
  return isBetween ? { ...message, notes: [...notes, row.text] } : null;
}

/**
 * At the beginning of a branch a drawn flow goes back to the activations that its fragment began with; where a branch goes
 * on from the one before it instead, both are said, and cancel each other.
 */
function dropReversals(rows: Rows): Rows {
  const kept: ChartRow[] = [];
  /** Where the branch's rows begin in `kept`, as long as there were none but activations. */
  let begin: number | null = null;
  for (const row of rows) {
    if (row.kind === 'branch') begin = kept.length + 1;
    else if (row.kind !== 'activation') begin = null;
    const at = begin === null ? -1 : kept.findIndex((other, index) => index >= (begin ?? 0) && undoes(row, other));
    if (at === -1) kept.push(row);
    else kept.splice(at, 1);
  }
  return kept;
}

const undoes = (one: ChartRow, other: ChartRow): boolean =>
  one.kind === 'activation' &&
  other.kind === 'activation' &&
  one.participant === other.participant &&
  one.active !== other.active;

/**
 * In a flow a participant takes part only between its creation and its end; diagrams draw it whatever happens. Creations
 * after a first appearance, and ends before a last one, are reported and taken away.
 */
function checkLives(rows: Rows, tell: TellLoss): Rows {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const name of namesIn(row)) {
      if (!first.has(name)) first.set(name, index);
      last.set(name, index);
    }
  });
  return rows.map((row, index) => {
    if (row.kind !== 'message') return row;
    const { to, destroy } = row;
    const isLate = row.create && first.get(to) !== index;
    const isEarly = destroy !== '' && last.get(destroy) !== index;
    const [created, ended] = [JSON.stringify(to), JSON.stringify(destroy)];
    if (isLate)
      tell(`participant ${created} takes part before this message creates it: it is there from the top`, row.span);
    if (isEarly) tell(`participant ${ended} takes part after its end: it stays to the bottom`, row.span);
    return { ...row, create: row.create && !isLate, destroy: isEarly ? '' : destroy };
  });
}

function namesIn(row: ChartRow): readonly string[] {
  if (row.kind === 'message' || row.kind === 'note') return [row.from, row.to];
  return row.kind === 'activation' ? [row.participant] : [];
}
