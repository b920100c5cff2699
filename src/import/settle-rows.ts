/** Brings a reader's rows into a normal form that can become steps and be compared. */
import type { ChartMessage, ChartRow } from './chart.js';
import type { TellLoss } from './reader.js';

type Rows = readonly ChartRow[];
type MessageRow = Extract<ChartRow, ChartMessage>;

export const settleRows = (rows: Rows, tell: TellLoss): Rows =>
  attachToMessages(endActivations(checkLives(attachToMessages(rows), tell)));

/** Joins to a message what follows directly: an activation, the end of the sender's, notes over its two ends. */
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

/** Notes come last, because nothing may separate them from the message; and a message takes only one activation mark. */
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
 * At the beginning of a branch, a drawn flow restores the activations that its fragment began with. Where a branch continues
 * those of the branch before it, the two kinds of statements cancel each other, and both are removed.
 */
function dropReversals(rows: Rows): Rows {
  const kept: ChartRow[] = [];
  /** Where the branch's rows begin in `kept`, while all of them are activations. */
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
 * A flow ends every activation, with the last row or before the message that destroys its participant, because Mermaid draws
 * no bar for an open one.
 */
function endActivations(rows: Rows): Rows {
  const open = new Map<string, number>();
  const change = (participant: string, by: number): void => {
    open.set(participant, Math.max(0, (open.get(participant) ?? 0) + by));
  };
  const end = (participant: string, span: ChartRow['span'], kept = 0): Rows => {
    const count = Math.max(0, (open.get(participant) ?? 0) - kept);
    change(participant, -count);
    return Array.from({ length: count }, () => ({ kind: 'activation', participant, active: false, span }));
  };
  const ended = rows.flatMap((row): Rows => {
    if (row.kind === 'activation') change(row.participant, row.active ? 1 : -1);
    if (row.kind !== 'message') return [row];
    const { from, to, destroy, activate, deactivate, span } = row;
    const before = destroy === '' ? [] : end(destroy, span, deactivate && from === destroy ? 1 : 0);
    if (activate) change(to, 1);
    if (deactivate) change(from, -1);
    return [...before, row];
  });
  const last = rows.at(-1);
  return last ? [...ended, ...[...open.keys()].flatMap((participant) => end(participant, last.span))] : ended;
}

/**
 * In a flow, a participant takes part only between its creation and its destruction; diagrams don't enforce that. Creations
 * after a first appearance, and destructions before a last one, are reported and removed.
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
      tell(`participant ${created} takes part before this message creates it: it is drawn from the top`, row.span);
    if (isEarly) tell(`participant ${ended} takes part after it is destroyed: it is drawn to the bottom`, row.span);
    return { ...row, create: row.create && !isLate, destroy: isEarly ? '' : destroy };
  });
}

function namesIn(row: ChartRow): readonly string[] {
  if (row.kind === 'message' || row.kind === 'note') return [row.from, row.to];
  return row.kind === 'activation' ? [row.participant] : [];
}
