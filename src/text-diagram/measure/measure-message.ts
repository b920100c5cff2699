/** Measures one message. */
import { flatSteps, looseEnd, messageRole } from '../../model/index.js';
import type { LooseEnd, Script, ScriptMessage } from '../../model/index.js';
import type { Extent } from '../../layout/index.js';
import type { ArrowPath, LoopPath, LoosePath, MessageBlock } from './blocks.js';
import { finishMessage, lineOf, splitLeg, widest, widthInStem, type Line } from './lines.js';
import { measureNote } from './measure-note.js';
import { besideText, space } from '../options.js';
import { reachNow, type Walk } from './walk.js';

/** The minimum length of a stem, in cells: enough for a head at each end. */
const shortest = 6;

interface SizedPath<Path> {
  readonly path: Path;
  readonly extent: Extent;
}

/** `activations`: how many activation steps of the receiver follow directly. */
export function measureMessage(message: ScriptMessage, activations: number, walk: Walk): MessageBlock {
  const loose = looseEnd(message);
  const from = walk.at(loose?.participant ?? message.from);
  const to = walk.at(loose?.participant ?? message.to);
  const reach = reachNow(walk, from);
  const opens = Array.from({ length: activations + (message.activate ? 1 : 0) }, () => walk.activations.turn(to, 1));
  const isLoop = !loose && from === to;
  const isInside = walk.style.inside && !isLoop;
  const { leg, label } = isInside ? splitLeg(message) : { leg: lineOf(''), label: finishMessage(message) };
  const width = isInside ? widthInStem({ leg, label }) : widest(label);
  const { path, extent } = loose
    ? measureLoose(loose, width, reach, walk)
    : isLoop
      ? measureLoop(label, from, reach, walk)
      : measureArrow(message, width, reach, walk);
  const closes = message.deactivate ? [walk.activations.turn(from, -1)] : [];
  const ends = message.destroy === '' ? null : walk.at(message.destroy);
  if (ends !== null) {
    walk.activations.end(ends);
    walk.ends.end(ends);
  }
  const notes = message.notes.map((note) => measureNote(note, walk));
  return {
    kind: 'message',
    extent,
    leg,
    label,
    role: messageRole(message),
    arrow: message.arrow,
    path,
    opens,
    closes,
    ends,
    notes,
  };
}

/** `reach`: how far the sender's activations reached before the message. */
function measureArrow(message: ScriptMessage, width: number, reach: number, walk: Walk): SizedPath<ArrowPath> {
  const from = walk.at(message.from);
  const to = walk.at(message.to);
  const [first, last] = from < to ? [from, to] : [to, from];
  // An arrow from the left meets the left side of a new head.
  const head = message.create ? walk.heads[to] : undefined;
  const leftInset = to === first ? (head?.right ?? reachNow(walk, to)) : reach;
  const rightInset = to === last ? (head?.left ?? 0) : 0;
  const extent = {
    first,
    last,
    left: to === first ? (head?.left ?? 0) : 0,
    right: Math.max(to === last ? (head?.right ?? 0) : 0, reachNow(walk, last)),
    room: leftInset + rightInset + 1 + Math.max(shortest, width + besideText(walk.style)),
  };
  return { path: { kind: 'arrow', from, to, leftInset, rightInset, creates: message.create }, extent };
}

/** As long as an arrow between neighbours with its label. `reach`: how far the activations reached before the message. */
function measureLoose(
  { participant, side, isFound }: LooseEnd,
  width: number,
  reach: number,
  walk: Walk,
): SizedPath<LoosePath> {
  const at = walk.at(participant);
  const inset = side === 'left' ? 0 : isFound ? reachNow(walk, at) : reach;
  const length = Math.max(shortest, width + besideText(walk.style)) + 1;
  return {
    path: { kind: 'loose', participant: at, side, isFound, inset, length },
    extent: {
      first: at,
      last: at,
      left: side === 'left' ? length : 0,
      right: side === 'right' ? inset + length : reachNow(walk, at),
      room: 0,
    },
  };
}

/** The last of several lifelines has its self-messages on the left, where the diagram is wide anyway. */
function measureLoop(label: readonly Line[], participant: number, leaves: number, walk: Walk): SizedPath<LoopPath> {
  const returns = reachNow(walk, participant);
  const reach = Math.max(leaves, returns);
  const side = participant > 0 && participant === walk.heads.length - 1 ? 'left' : 'right';
  const drawn = walk.options.self === 'loop';
  const column = side === 'left' && !drawn ? walk.selfColumn : widest(label);
  const beside = drawn ? space.loop + 1 : side === 'left' ? 1 : walk.style.textGap;
  // The next lifeline keeps a blank cell to everything; texts may want more.
  const far = column === 0 ? space.loop : beside + column + walk.style.textGap - 1;
  const left = side === 'left' ? far : 0;
  const right = side === 'right' ? reach + far : reach;
  return {
    path: { kind: 'loop', participant, side, drawn, column, leaves, returns },
    extent: { first: participant, last: participant, left, right, room: 0 },
  };
}

/** The width of the widest self-message of the last lifeline. */
export function selfColumn(script: Script): number {
  const last = script.participants.at(-1)?.id;
  const widths = [...flatSteps(script.steps)].map((step) =>
    step.kind === 'message' && step.from === last && step.to === last ? widest(finishMessage(step)) : 0,
  );
  return widths.reduce((most, width) => Math.max(most, width), 0);
}
