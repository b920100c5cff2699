/** Measures a message: its way, number, label and tag, the bars at its ends, and its notes. */
import { looseEnd, messageLines } from '../../model/index.js';
import type { ScriptMessage, ScriptNote } from '../../model/index.js';
import { lead, tag } from '../metrics.js';
import { Passage, styles } from '../text/index.js';
import { textWidth } from '../type/index.js';
import type { Badge, MessageBlock, NoteBlock, Tag } from './blocks.js';
import { measureNote } from './measure-note.js';
import { leftReach, rightReach, type Facts, type Walk } from './walk.js';

/** `opened`: how many activation steps of the receiver follow directly. */
export function measureMessage(step: ScriptMessage, opened: number, walk: Walk): MessageBlock {
  const { activations, facts } = walk;
  const path = pathOf(step, walk);
  const [first, last] = path.kind === 'arrow' ? [path.first, path.last] : [path.at, path.at];
  const from = walk.at(path.kind === 'arrow' ? step.from : (walk.ids[path.at] ?? ''));
  const to = path.kind === 'arrow' ? path.to : path.at;
  const before = [activations.depth(first), activations.depth(last)] as const;
  const opens = Array.from({ length: opened + (step.activate ? 1 : 0) }, () => activations.turn(to, 1));
  const closes = step.deactivate ? [activations.turn(from, -1)] : [];
  const after = [activations.depth(first), activations.depth(last)] as const;
  const ends = step.destroy === '' ? null : walk.at(step.destroy);
  if (ends !== null) {
    activations.end(ends);
    walk.ends.end(ends);
  }
  const isRedirect = step.redirectLeg !== null && facts.marksRedirects;
  const badge = badgeOf(step, facts);
  const mark = isRedirect ? 'redirect' : step.tone;
  return {
    kind: 'message',
    step,
    path,
    badge,
    mark,
    label: labelOf(step, badge),
    tag: tagOf(facts.tags.get(step.step) ?? '', step, facts),
    lead: (badge ? badge.width + lead.badgeGap : 0) + (mark ? lead.mark : 0),
    isAccent: isRedirect || (facts.tellsChannelsApart && step.channel === 'front'),
    reach: {
      first: rightReach(before[0]),
      last: leftReach(before[1]),
      firstAfter: Math.max(rightReach(before[0]), rightReach(after[0])),
      lastAfter: Math.max(leftReach(before[1]), leftReach(after[1])),
      left: leftReach(Math.max(before[0], after[0])),
      right: rightReach(Math.max(before[1], after[1])),
    },
    opens,
    closes,
    ends,
    notes: step.notes.map((note) => measureAttached(note, path, walk)),
  };
}

function pathOf(step: ScriptMessage, walk: Walk): MessageBlock['path'] {
  const loose = looseEnd(step);
  if (loose) return { kind: 'loose', at: walk.at(loose.participant), side: loose.side, isFound: loose.isFound };
  const [from, to] = [walk.at(step.from), walk.at(step.to)];
  if (from === to) return { kind: 'loop', at: from };
  return {
    kind: 'arrow',
    from,
    to,
    first: Math.min(from, to),
    last: Math.max(from, to),
    creates: step.create,
  };
}

/** The number, if there is nothing but punctuation around it; otherwise the template's words stand before the text. */
function badgeOf({ prefix, shownNumber, lines }: ScriptMessage, { enlarged = 1 }: Facts): Badge | null {
  const isPlain = shownNumber !== '' && /^[\s().:]*$/.test(prefix.replace(shownNumber, ''));
  if (!isPlain || lines.length === 0) return null;
  const width = textWidth(shownNumber, 'bold', styles.badge.size);
  return { text: shownNumber, textWidth: width, width: Math.max(lead.badgeSize, Math.ceil(width * enlarged) + 4) };
}

function labelOf(step: ScriptMessage, badge: Badge | null): Passage {
  const lines = badge ? messageLines({ ...step, prefix: '' }) : messageLines(step);
  return new Passage(lines, styles.label, 'request', step.tone ? `tone-${step.tone}` : styles.label.color);
}

/** None on the second leg of a redirect, which is the same step. */
function tagOf(text: string, { redirectLeg }: ScriptMessage, { enlarged = 1 }: Facts): Tag | null {
  if (text === '' || redirectLeg === 'request') return null;
  const width = textWidth(text, 'bold', styles.tag.size);
  return { text, textWidth: width, width: Math.ceil(width * enlarged) + tag.icon + 3 * tag.pad };
}

/** A note that is over its message's ends hangs under its label. */
function measureAttached(note: ScriptNote, path: MessageBlock['path'], walk: Walk): NoteBlock {
  const measured = measureNote(note, walk);
  const [first, last] = path.kind === 'arrow' ? [path.first, path.last] : [path.at, path.at];
  const isWithin = measured.first >= first && measured.last <= last;
  if (note.placement !== 'over' || !isWithin) return measured;
  return { ...measured, placement: 'hung', isUnderLoop: path.kind === 'loop' };
}
