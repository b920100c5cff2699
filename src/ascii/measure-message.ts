/** The room of one message. */
import type { Script, ScriptMessage, ScriptStep } from '../model/script.js';
import type { ArrowBlock, LoopBlock } from './blocks.js';
import { widest, type Line } from './lines.js';
import { measureNote } from './measure-note.js';
import { space } from './options.js';
import { messageRole } from './roles.js';
import { reachNow, turn, type Walk } from './walk.js';

/** The shortest stem, in cells: one that shows a head at each end. */
const shortest = 6;

/** `activations`: how many activation steps of the receiver come right after. */
export function measureMessage(message: ScriptMessage, activations: number, walk: Walk): ArrowBlock | LoopBlock {
  const from = walk.at(message.from);
  const to = walk.at(message.to);
  const before = { from: reachNow(walk, from), to: reachNow(walk, to) };
  const opens = Array.from({ length: activations + (message.activate ? 1 : 0) }, () => turn(walk, to, 1));
  const label = walk.finish(message.lines, message.hang);
  const shared = { label, role: messageRole(message), arrow: message.arrow, opens };
  const shape =
    from === to
      ? measureLoop(label, from, before.from, walk)
      : measureArrow(message, from, to, before.from, widest(label), walk);
  const ends = message.destroy === '' ? null : walk.at(message.destroy);
  const closes = message.deactivate ? [turn(walk, from, -1)] : [];
  if (ends !== null) walk.depths[ends] = 0;
  return { ...shared, ...shape, closes, ends, notes: message.notes.map((note) => measureNote(note, walk)) };
}

type ArrowShape = Pick<ArrowBlock, 'kind' | 'extent' | 'from' | 'to' | 'leftInset' | 'rightInset' | 'creates'>;

function measureArrow(
  message: ScriptMessage,
  from: number,
  to: number,
  reach: number,
  width: number,
  walk: Walk,
): ArrowShape {
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  const head = message.create ? walk.heads[to] : undefined;
  // An arrow from the left meets the left side of a new head.
  const created = { left: to === first ? (head?.right ?? 0) : 0, right: to === last ? (head?.left ?? 0) : 0 };
  const leftInset = Math.max(created.left, from === first ? reach : reachNow(walk, first));
  const room = leftInset + created.right + 1 + Math.max(shortest, width + 2 * space.text);
  return {
    kind: 'arrow',
    from,
    to,
    leftInset,
    rightInset: created.right,
    creates: message.create,
    extent: {
      first,
      last,
      left: to === first ? (head?.left ?? 0) : 0,
      right: Math.max(to === last ? (head?.right ?? 0) : 0, reachNow(walk, last)),
      room,
    },
  };
}

type LoopShape = Pick<
  LoopBlock,
  'kind' | 'extent' | 'participant' | 'side' | 'drawn' | 'column' | 'leaves' | 'returns'
>;

/** The last of several lifelines has its self-messages on the left, where the diagram is wide anyway. */
function measureLoop(label: readonly Line[], participant: number, leaves: number, walk: Walk): LoopShape {
  const returns = reachNow(walk, participant);
  const side = participant > 0 && participant === walk.heads.length - 1 ? 'left' : 'right';
  const drawn = walk.options.self === 'loop';
  const column = side === 'left' && !drawn ? walk.selfColumn : widest(label);
  const reach = Math.max(leaves, returns);
  // From the lifeline to the far end of the text, with a blank cell more than notes have to the next lifeline.
  const beside = drawn ? space.loop + 1 : side === 'left' ? 1 : space.text;
  const far = column === 0 ? space.loop : beside + column + 1;
  const extent = {
    first: participant,
    last: participant,
    left: side === 'left' ? far : 0,
    right: side === 'right' ? reach + far : reach,
    room: 0,
  };
  return { kind: 'loop', extent, participant, side, drawn, column, leaves, returns };
}

/** The width of the widest self-message of the last lifeline. */
export function selfColumn(script: Script, finish: Walk['finish']): number {
  const last = script.participants.at(-1)?.id;
  const widestOf = (steps: readonly ScriptStep[]): number =>
    steps.reduce((most, step) => {
      if (step.kind === 'message' && step.from === last && step.to === last)
        return Math.max(most, widest(finish(step.lines, step.hang)));
      if (step.kind === 'highlight') return Math.max(most, widestOf(step.steps));
      if (step.kind === 'fragment') return Math.max(most, ...step.branches.map((branch) => widestOf(branch.steps)));
      return most;
    }, 0);
  return widestOf(script.steps);
}
