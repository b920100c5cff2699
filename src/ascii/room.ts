/** How wide a text can be where the columns stand already. */
import type { Measured } from './blocks.js';
import type { Spot } from './break-script.js';
import type { Columns } from './columns.js';
import { space } from './options.js';

/** Blank cells and borders between a note's text and the lifeline beside it. */
const besideNote = space.note + 1 + 3;

interface Places {
  /** Of the participants, by id. */
  readonly indices: ReadonlyMap<string, number>;
  /** Whether self-messages are drawn as loops. */
  readonly drawn: boolean;
}

/** Cells that a text may have without moving any column: sometimes a few too many, never far off; 0 where it isn't known. */
export function roomIn(measured: Measured, columns: Columns, { indices, drawn }: Places): (spot: Spot) => number {
  const { lifelines, width } = columns;
  const at = (participant: number): number => lifelines[participant] ?? 0;
  const reach = (participant: number): number => measured.reaches[participant] ?? 0;
  // An element stays a cell away from its neighbour's lifeline, and inside the diagram.
  const leftOf = (participant: number): number =>
    participant === 0 ? at(0) : at(participant) - at(participant - 1) - reach(participant - 1) - space.note - 1;
  const rightOf = (participant: number): number =>
    participant === lifelines.length - 1
      ? width - 1 - at(participant)
      : at(participant + 1) - at(participant) - space.note - 1;
  const overOne = (participant: number): number => {
    const { left = 0, right = 0 } = measured.heads[participant] ?? {};
    const more = { left: leftOf(participant) - left, right: rightOf(participant) - right };
    const inward = participant === 0 ? more.right : participant === lifelines.length - 1 ? more.left : null;
    return left + right + (inward ?? 2 * Math.min(more.left, more.right)) - 4;
  };
  const atOne = (kind: Spot['kind'], participant: number): number => {
    const isLast = participant > 0 && participant === lifelines.length - 1;
    const beside = reach(participant) + (drawn ? space.loop + 1 : space.text) + 1;
    if (kind === 'self') return (isLast ? leftOf(participant) : rightOf(participant)) - beside;
    if (kind === 'left') return leftOf(participant) - besideNote;
    if (kind === 'right') return rightOf(participant) - reach(participant) - besideNote;
    return kind === 'over' ? overOne(participant) : 0;
  };
  return ({ kind, participants, taken, depth }: Spot): number => {
    const ends = participants.map((id) => indices.get(id) ?? 0);
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    if (ends.length === 0 || kind === 'head') return 0;
    const between = at(last) - at(first);
    if (kind === 'branch' || kind === 'box') return first === last ? 0 : between - 1 - taken;
    // Each frame around it ends a border and a blank cell further in.
    if (first === last) return atOne(kind, first) - taken - depth * (space.note + 1);
    return kind === 'over' ? between + 1 : between - 1 - 2 * space.text - reach(first) - taken;
  };
}
