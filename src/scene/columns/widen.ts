/** Gives texts the room that the columns have for them, so that they need fewer lines. */
import { frame, label, loop, note } from '../metrics.js';
import type { Block, MessageBlock, NoteBlock, ReferenceBlock } from '../measure/index.js';
import { referenceWidth } from './columns.js';
import { labelLeft, referenceInterval, xOf } from './extents.js';
import type { Across } from './extents.js';
import { cardWidth, flatBlocks, labelStart, tagGap } from './fit.js';

export function widenTexts(blocks: readonly Block[], across: Across): void {
  for (const block of flatBlocks(blocks)) {
    if (block.kind === 'message') {
      widenLabel(block, across);
      for (const attached of block.notes) widenNote(attached, block, across);
    } else if (block.kind === 'note') widenNote(block, null, across);
    else if (block.kind === 'ref') widenReference(block, across);
  }
}

function widenLabel(block: MessageBlock, across: Across): void {
  const { fit } = across;
  const room = roomOf(block, across) - block.lead - (block.tag ? block.tag.width + tagGap(fit.label(block)) : 0);
  const most = Math.min(Math.floor(room), block.path.kind === 'loop' ? Math.max(loop.most, label.most) : label.most);
  if (most > fit.labelLimit(block)) fit.widen(block.label, most, fit.labelLimit(block));
}

/** From where the label starts, or would start, to where it must end. */
function roomOf(block: MessageBlock, across: Across): number {
  const { path, reach } = block;
  const { x, right, sides } = across.columns;
  if (path.kind === 'arrow') {
    const half = path.creates && path.to === path.last ? (across.heads[path.to]?.half ?? 0) + 8 : 0;
    return xOf(across, path.last) - reach.lastAfter - label.after - half - labelLeft(block, across);
  }
  if (path.kind === 'loose') return 0;
  const at = xOf(across, path.at);
  if (sides[path.at] === 'left') return at - loop.text - reach.left - ((x[path.at - 1] ?? 0) + loop.after);
  return (x[path.at + 1] ?? right + loop.after) - loop.after - (at + reach.right + loop.text);
}

function widenNote(block: NoteBlock, message: MessageBlock | null, across: Across): void {
  const { fit } = across;
  const body = fit.note(block);
  const room = noteRoom(block, message, across) - (cardWidth(block, body) - Math.ceil(body.width));
  // A card over several lifelines is as wide anyway.
  const isSpanning = block.placement === 'over' && block.first < block.last;
  const most = isSpanning ? Math.floor(room) : Math.min(Math.floor(room), note.most);
  if (most > fit.noteLimit(block)) fit.widen(block.body, most, fit.noteLimit(block));
}

function widenReference(block: ReferenceBlock, across: Across): void {
  const { left, right } = referenceInterval(block, across);
  const { fit } = across;
  const room = right - left - (referenceWidth(block, fit) - fit.text(block.body).width);
  if (block.first < block.last && room > frame.labelMost) fit.widen(block.body, Math.floor(room), frame.labelMost);
}

function noteRoom({ placement, first, last, reach }: NoteBlock, message: MessageBlock | null, across: Across): number {
  const { x, right } = across.columns;
  if (placement === 'hung' && message) {
    const { path } = message;
    if (path.kind !== 'arrow') return roomOf(message, across);
    return (
      xOf(across, path.last) - message.reach.lastAfter - label.after - xOf(across, path.first) - labelStart(message)
    );
  }
  if (placement === 'left') return xOf(across, first) - (x[first - 1] ?? -note.beside) - 2 * note.beside;
  if (placement === 'right') return (x[last + 1] ?? right + note.beside) - xOf(across, last) - reach - 2 * note.beside;
  return first < last ? xOf(across, last) - xOf(across, first) - 2 * note.beside : 0;
}
