/** Notes as Mermaid writes them. */
import type { ScriptNote } from '../model/index.js';
import { nameOf, type MermaidContext } from './context.js';
import { escapeLines } from './escape.js';
import type { NoteView } from './view.js';

const placements = { left: 'left of', right: 'right of', over: 'over' } as const satisfies Record<
  ScriptNote['placement'],
  NoteView['placement']
>;

export function noteView({ placement, participants, lines }: ScriptNote, context: MermaidContext): NoteView {
  return {
    kind: 'note',
    placement: placements[placement],
    participants: participants.map((id) => nameOf(id, context)).join(','),
    text: escapeLines(lines, 'note'),
  };
}
