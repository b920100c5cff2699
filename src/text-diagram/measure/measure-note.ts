/** Measures a note. */
import type { ScriptNote, ScriptReference } from '../../model/index.js';
import { centred, lean, type Sides } from '../../layout/index.js';
import type { NoteBlock } from './blocks.js';
import { finishLines, lineOf, widest } from './lines.js';
import type { Line } from './lines.js';
import { space, titleInset } from '../options.js';
import { reachNow, type Walk } from './walk.js';

export const measureNote = (note: ScriptNote, walk: Walk): NoteBlock => measureBox(note, 'note', lineOf(''), walk);

/** A note with UML's `ref` in its border. */
export const measureReference = ({ participants, operator, lines }: ScriptReference, walk: Walk): NoteBlock =>
  measureBox({ placement: 'over', participants, lines }, 'ref', lineOf(operator), walk);

type Noted = Pick<ScriptNote, 'placement' | 'participants' | 'lines'>;

function measureBox(note: Noted, role: NoteBlock['role'], tag: Line, walk: Walk): NoteBlock {
  const lines = finishLines(note.lines);
  const ends = note.participants.map(walk.at);
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const reach = reachNow(walk, last);
  const inset = titleInset(walk.style);
  const width = Math.max(widest(lines) + 4, tag.width === 0 ? 0 : tag.width + 2 * inset);
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
  return { kind: 'note', role, tag, extent: { first, last, ...sides, room }, lines };
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
