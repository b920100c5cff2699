/** Places notes, references to other flows, and delays. */
import type { ParticipantSpan } from '../../model/index.js';
import { noteInterval, padOf, referenceInterval } from '../columns/index.js';
import { noteTone } from '../measure/index.js';
import type { DelayBlock, MessageBlock, NoteBlock, ReferenceBlock } from '../measure/index.js';
import { frame, lead, margin, note as sizes } from '../metrics.js';
import type { Item } from '../scene.js';
import { markPath } from './marks.js';
import { rect, stroke, textLines } from './shapes.js';
import type { Placing } from './sheet.js';

export function placeNote(block: NoteBlock, placing: Placing): void {
  const top = placing.sheet.next(margin.message);
  const items = noteItems(block, null, top, placing);
  const bottom = top + noteHeight(block, placing);
  const { step } = block;
  placing.sheet.add({
    step: step.step,
    kind: 'note',
    title: step.lines.join(' ').trim(),
    participants: step.participants,
    ...{ top, bottom, items },
  });
  placing.sheet.fill(bottom);
}

export const noteHeight = (block: NoteBlock, { across }: Placing): number =>
  across.fit.note(block).height + 2 * padOf(block).y;

/** `message`: the one that it hangs under; null for a note of its own. */
export function noteItems(
  block: NoteBlock,
  message: MessageBlock | null,
  top: number,
  placing: Placing,
): readonly Item[] {
  const { across, paints } = placing;
  const body = across.fit.note(block);
  const pad = padOf(block);
  const { left, right } = noteInterval(block, message, across);
  const tone = noteTone(block.step);
  const colors = tone ? paints.tone(tone) : null;
  const card = { left, right, top, bottom: top + noteHeight(block, placing) };
  const fill = colors?.ground ?? (block.isData ? 'code' : 'note-card');
  const start = left + pad.x + (tone ? lead.mark : 0);
  return [
    rect('card', card, { radius: sizes.radius, fill, stroke: stroke('note-edge', 1) }),
    ...(tone ? [markPath(tone, left + pad.x, top + pad.y, 18, colors?.text ?? 'ink')] : []),
    ...textLines('note', body, block.body.style, {
      left: start,
      right: right - pad.x,
      top: top + pad.y,
      align: 'start',
    }),
  ];
}

/** A card with UML's `ref` before its words. It leads to the other flow's picture, where there is one. */
export function placeReference(block: ReferenceBlock, placing: Placing): void {
  const { across, sheet } = placing;
  const { step } = block;
  const { left, right } = referenceInterval(block, across);
  const operator = across.fit.text(block.operator);
  const words = across.fit.text(block.body);
  const top = sheet.next(margin.frame.above);
  const bottom = top + 2 * frame.top + Math.max(frame.pill.height, words.height);
  const pill = {
    left: left + frame.pill.x,
    right: left + frame.pill.x + operator.width + 2 * frame.pill.pad,
    top: top + frame.top,
    bottom: top + frame.top + frame.pill.height,
  };
  const items = [
    rect('card', { left, right, top, bottom }, { radius: frame.radius, fill: 'card', stroke: stroke('frame', 1) }),
    rect('pill', pill, { radius: frame.pill.radius, fill: 'pill' }),
    ...textLines('operator', operator, block.operator.style, {
      ...{ left: pill.left, right: pill.right, top: pill.top + 1 },
      align: 'middle',
    }),
    ...textLines('ref', words, block.body.style, {
      ...{ left: pill.right + frame.labelGap, right: right - frame.pill.x, top: pill.top },
      align: 'start',
    }),
  ];
  sheet.add({
    step: step.step,
    kind: 'ref',
    title: `${step.operator} ${step.lines.join(' ')}`.trim(),
    participants: step.participants satisfies ParticipantSpan,
    ...{ top, bottom },
    items: step.hasPage ? [{ kind: 'link', role: 'ref', href: `${step.flow}.svg`, items }] : items,
  });
  sheet.fill(bottom, margin.frame.below);
}

/** Time passes: words, while the lifelines are dotted. */
export function placeDelay(
  block: DelayBlock,
  { left, right }: { readonly left: number; readonly right: number },
  { across, sheet }: Placing,
): void {
  const words = across.fit.text(block.text);
  const top = sheet.next(margin.message);
  const bottom = top + Math.max(18, words.height) + 2 * frame.top;
  sheet.pauses.push({ top, bottom });
  const items = textLines('delay', words, block.text.style, {
    ...{ left, right, top: top + frame.top },
    align: 'middle',
  });
  sheet.add({
    step: block.step.step,
    kind: 'delay',
    title: block.step.lines.join(' ').trim(),
    participants: [],
    ...{ top, bottom, items },
  });
  sheet.fill(bottom);
}
