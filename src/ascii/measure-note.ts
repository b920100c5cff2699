/** The room of a note. */
import type { ScriptNote } from '../model/script.js';
import type { NoteBlock } from './blocks.js';
import { centred, lean, type Sides } from './lean.js';
import { widest } from './lines.js';
import { space } from './options.js';
import { reachNow, type Walk } from './walk.js';

export function measureNote(note: ScriptNote, walk: Walk): NoteBlock {
  const lines = walk.finish(note.lines);
  const ends = note.participants.map(walk.at);
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const reach = reachNow(walk, last);
  const width = widest(lines) + 4;
  const beside = space.note + 1;
  const sides = {
    left: { left: width - 1 + beside, right: -beside },
    right: { left: -(reach + beside), right: reach + beside + width - 1 },
    over: first === last ? overOne(first, width, walk) : { left: beside, right: reach + beside },
  }[note.placement];
  const room = first === last ? 0 : width - 1 - sides.left - sides.right;
  return { kind: 'note', extent: { first, last, ...sides, room }, lines };
}

/** Centred as long as it is no wider than the participant's head; it covers all of the lifeline's activations. */
function overOne(participant: number, width: number, walk: Walk): Sides {
  const { heads } = walk;
  const head = heads[participant] ?? centred(1);
  const least = 2 * (reachNow(walk, participant) + space.note + 1) + 1;
  const base = centred(Math.max(least, Math.min(width, head.left + head.right + 1)));
  return lean(base, width, participant, heads.length);
}
