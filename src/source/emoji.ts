/**
 * Emoji in labels. Terminals and fonts disagree on their width, so text diagrams leave them out unless asked to keep them; and
 * nobody wants to hear one in front of each name.
 */
import { graphemesOf, isPlain } from './graphemes.js';

// Says the same of a grapheme as RGI_Emoji (UTS #51) does, which Node takes 50 ms to get ready.
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}.*\ufe0f/u;
// A keycap (`1️⃣`) is a character that must not get lost, in a frame that may.
const keycap = /^([\d#*])\ufe0f?\u20e3$/;

/** Leaves emoji out together with the spaces that set them apart; indentation stays. */
function dropFromLine(line: string): string {
  let kept = '';
  let dropped = false;
  for (const grapheme of graphemesOf(line)) {
    const key = keycap.exec(grapheme)?.[1];
    if (key !== undefined) kept += key;
    else if (emoji.test(grapheme)) dropped = true;
    else if (dropped && grapheme === ' ' && (kept === '' || kept.endsWith(' '))) continue;
    else {
      kept += grapheme;
      dropped = false;
    }
  }
  return kept.trimEnd();
}

/** An element that is nothing but emoji keeps them: a diagram may not lose one. `label` is how much of the first line is its number. */
export function dropEmoji(lines: readonly string[], label: number): readonly string[] {
  if (lines.every(isPlain)) return lines;
  const dropped = lines.map(dropFromLine);
  const says = dropped.some((line, index) => line.slice(index === 0 ? label : 0).trim() !== '');
  return says ? dropped : lines;
}
