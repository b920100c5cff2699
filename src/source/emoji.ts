/**
 * Removes emoji from labels. Terminals and fonts disagree on their width, so text diagrams leave them out unless asked
 * to keep them; descriptions leave them out because screen readers read each one aloud.
 */
import { graphemesOf, isPlain } from './graphemes.js';

// Matches the same graphemes as RGI_Emoji (UTS #51), which takes Node 50 ms to load.
function isEmoji(grapheme: string): boolean {
  const at = grapheme.search(/\p{Extended_Pictographic}/u);
  return /\p{Emoji_Presentation}/u.test(grapheme) || (at !== -1 && grapheme.includes('\ufe0f', at));
}

// A keycap (`1️⃣`) is a character, which is kept, and a frame, which may be dropped.
const keycap = /^([\d#*])\ufe0f?\u20e3$/;

/** Removes emoji together with the spaces around them. Indentation and a space at the end stay. */
export function withoutEmoji(line: string): string {
  let kept = '';
  let dropped = false;
  for (const grapheme of graphemesOf(line)) {
    const key = keycap.exec(grapheme)?.[1];
    if (key !== undefined) kept += key;
    else if (isEmoji(grapheme)) dropped = true;
    else if (dropped && grapheme === ' ' && (kept === '' || kept.endsWith(' '))) continue;
    else {
      kept += grapheme;
      dropped = false;
    }
  }
  return kept;
}

/** An element that is nothing but emoji keeps them: a diagram may not lose one. */
export function dropEmoji(lines: readonly string[]): readonly string[] {
  if (lines.every(isPlain)) return lines;
  const dropped = lines.map((line) => withoutEmoji(line).trimEnd());
  return dropped.some((line) => line !== '') ? dropped : lines;
}
