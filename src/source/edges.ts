/**
 * Cuts characters off the ends of a text, in one pass. An expression such as `/\n+$/` tries every run of line feeds in the text
 * to its end, so that its time grows with the square of the run.
 */

/** `characters`: those to cut off, each a UTF-16 unit. */
export function cutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export function cutStart(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start += 1;
  return text.slice(start);
}

export const cutEnds = (text: string, characters: string): string => cutStart(cutEnd(text, characters), characters);
