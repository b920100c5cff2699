/** Decides where each comment goes in the flow file. */
import type { Comments } from '../syntax/index.js';
import type { BuiltFlow } from './build-shape.js';
import type { Reading } from './reader.js';

/**
 * A comment goes to what follows it, and one at the end of a line to what is on the line. Comments before the diagram go to
 * the top of the file, and those after the last step to the end of the steps.
 */
export function placeComments(
  { comments, begin }: Pick<Reading, 'comments' | 'begin'>,
  { shape, homes }: BuiltFlow,
): Comments {
  const placed = new Map<object, string[]>();
  for (const { text, offset, isTrailing } of comments) {
    const home = isTrailing
      ? (homes.findLast((other) => other.offset <= offset) ?? homes[0])
      : homes.find((other) => other.offset >= offset);
    const made = offset < begin.start ? shape : (home?.made ?? shape.steps ?? shape);
    placed.set(made, [...(placed.get(made) ?? []), text]);
  }
  return placed;
}
