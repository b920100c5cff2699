/** Measures a note, which is prose or data. */
import type { Lines, ScriptNote, Tone } from '../../model/index.js';
import { Passage, styles } from '../text/index.js';
import type { TextStyle } from '../text/index.js';
import type { NoteBlock } from './blocks.js';
import { endsOf, rightReach, type Walk } from './walk.js';

export function measureNote(step: ScriptNote, walk: Walk): NoteBlock {
  const { first, last } = endsOf(step.participants, walk);
  const isData = step.body === 'request' || step.body === 'response' || looksLikeData(step.lines);
  const style: TextStyle = isData ? styles.data : styles.note;
  const color = noteColor(step, style);
  return {
    kind: 'note',
    step,
    placement: step.placement,
    isUnderLoop: false,
    first,
    last,
    isData,
    body: new Passage(step.lines, style, isData ? 'data' : 'prose', color),
    reach: rightReach(walk.activations.depth(last)),
  };
}

const remarkTone: Tone = 'danger';

/** The tone of a note: its own, or that of remarks for a review. */
export const noteTone = ({ tone, body }: ScriptNote): Tone | null =>
  tone ?? (body === 'threat' || body === 'finding' ? remarkTone : null);

function noteColor(step: ScriptNote, style: TextStyle): string {
  const tone = noteTone(step);
  return tone ? `tone-${tone}` : style.color;
}

/** JSON, or lines of names with values. */
function looksLikeData(lines: Lines): boolean {
  const whole = lines.join('\n').trim();
  if (/^\{[^]*\}$|^\[[^]*\]$/.test(whole)) return true;
  return whole !== '' && lines.every((line) => /^\s*[\w.[\]-]+ ?= ?\S/.test(line));
}
