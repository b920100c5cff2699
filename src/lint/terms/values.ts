/** What can be said of a value that may hold placeholders. */
import type { Text } from '../../text.js';

/** `${NAME}`, `<name>` and `{{name}}`; dots leave something out. */
const placeholder = /\$\{\w+\}|<[^<>\s][^<>]*>|\{\{.*?\}\}|\.\.\.|…/s;

/** Whether a value is only stood for. It is there, but nothing can be said of it: the author's reader fills it in. */
export const isPlaceholder = (text: Text): boolean =>
  text.parts.some((part) => part.kind === 'variable' && !part.hasValue) || looksLikePlaceholder(text.plain);

export const looksLikePlaceholder = (text: string): boolean => placeholder.test(text);

/** Whether a value is known. */
export const isLiteral = (text: Text): boolean => !isPlaceholder(text);

/** Whether two values are certain to differ: both are known. */
export const differ = (one: Text, other: Text): boolean =>
  isLiteral(one) && isLiteral(other) && one.plain !== other.plain;

/** The words of a list that is separated by spaces: scope, response_type. */
export const wordsOf = (text: Text | null): readonly string[] => text?.plain.split(/\s+/).filter(Boolean) ?? [];

/** A known number, or null. */
export function numberIn(text: Text | null): number | null {
  return text !== null && /^\s*-?\d+(?:\.\d+)?\s*$/.test(text.plain) ? Number(text.plain) : null;
}
