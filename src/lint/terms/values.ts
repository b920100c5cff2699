/** Compares values that may contain placeholders. */
import { looksLikePlaceholder, placeholder } from '../../secrets/index.js';
import type { Text } from '../../source/index.js';

/** Whether a value contains a placeholder. Its real value is unknown: readers fill it in. */
export const isPlaceholder = (text: Text): boolean =>
  text.parts.some((part) => part.kind === 'variable' && !part.hasValue) || looksLikePlaceholder(text.plain);

/** Whether a value is known. */
export const isLiteral = (text: Text): boolean => !isPlaceholder(text);

/** Whether two values certainly differ, for any values of the placeholders in one of them. */
export function differ(one: Text, other: Text): boolean {
  const [known, open] = isLiteral(one) ? [one, other] : [other, one];
  return isLiteral(known) && !canBe(known.plain, knownPieces(open));
}

/** The known text between a value's placeholders; one piece if it has none. */
function knownPieces({ parts }: Text): readonly string[] {
  const gap = '\0';
  const joined = parts.map((part) => (part.kind === 'variable' && !part.hasValue ? gap : part.text)).join('');
  return joined.split(new RegExp(`${gap}|${placeholder.source}`, 's'));
}

/** Whether a text begins with the first piece, ends with the last, and has the others in between, in order. */
function canBe(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

/** The words of a list that is separated by spaces: scope, response_type. */
export const wordsOf = (text: Text | null): readonly string[] => text?.plain.split(/\s+/).filter(Boolean) ?? [];

/** A known number, or null. */
export function numberIn(text: Text | null): number | null {
  return text !== null && /^\s*-?\d+(?:\.\d+)?\s*$/.test(text.plain) ? Number(text.plain) : null;
}
