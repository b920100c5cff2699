/** Measures a note. */
import type { ScriptNote } from '../../model/index.js';
import { centred, lean, type Sides } from '../../layout/index.js';
import type { NoteBlock } from './blocks.js';
import { finishLines, widest } from './lines.js';
import { space } from '../options.js';
import { reachNow, type Walk } from './walk.js';

export function measureNote(note: ScriptNote, walk: Walk): NoteBlock {
  const lines = finishLines(note.lines);
  const ends = note.participants.map(walk.at);
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const reach = reachNow(walk, last);
  const width = widest(lines) + 4;
  const beside = space.note + 1;
  const place = { participant: first, participants: walk.heads.length, reach };
  const sides = {
    left: { left: width - 1 + beside, right: -beside },
    right: { left: -(reach + beside), right: reach + beside + width - 1 },
    over:
      first === last
        ? noteSides(width, walk.heads[first] ?? centred(1), place)
        : { left: beside, right: reach + beside },
  }[note.placement];
  const room = first === last ? 0 : width - 1 - sides.left - sides.right;
  return { kind: 'note', extent: { first, last, ...sides, room }, lines };
}

interface LifelinePlace {
  readonly participant: number;
  readonly participants: number;
  /** How far the lifeline's activations reach to the right. */
  readonly reach: number;
}

/**
 * The sides of a note over one lifeline. Centred if it is no wider than the participant's head; it covers all of the
 * lifeline's activations.
 */
export function noteSides(width: number, head: Sides, { participant, participants, reach }: LifelinePlace): Sides {
  const least = 2 * (reach + space.note + 1) + 1;
  const base = centred(Math.max(least, Math.min(width, head.left + head.right + 1)));
  return lean(base, width, participant, participants);
}
