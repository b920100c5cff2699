/**
 * The short form of a message, as a mapping key: `C -> AS: text`, `AS --> C: text` (a reply), `C ->+ AS` (activates the
 * receiver), `AS -->- C` (deactivates the sender), `AS --> B -> C` (a redirect through the browser B).
 */
import type { Report } from '../diagnostic.js';
import type { Span } from '../source.js';
import { scalarNode } from './node.js';
import type { Entry, MapNode, ScalarNode } from './node.js';

/** Blanks around the arrow are required, so that ids may hold `-` and `>`. */
const arrow = /\s+(-->|->)([+-]?)\s+/g;

/** What marks a key as a message, well formed or not. */
export const arrowKeyPattern = String.raw`(^|\s)-{1,2}>>?[+-]?(\s|$)`;
const arrowKey = new RegExp(arrowKeyPattern);

export function isArrowKey(key: string): boolean {
  return arrowKey.test(key);
}

/** The long form of a step with an arrow key; null, with a report, where the key is no message. */
export function desugarArrow(node: MapNode, arrows: readonly Entry[], report: Report): MapNode | null {
  const [first, second] = arrows as [Entry, Entry | undefined];
  if (second) {
    report({
      code: 'message-form',
      severity: 'error',
      message: 'two messages stand in one step',
      span: second.key.span,
      hint: 'start each message with "- "',
      related: [{ message: 'the first one', span: first.key.span }],
    });
    return null;
  }
  const parsed = parseArrow(first.key);
  if (parsed === null) {
    report({
      code: 'message-form',
      severity: 'error',
      message: `${JSON.stringify(first.key.text)} is no message`,
      span: first.key.span,
      hint: 'write "A -> B: text", "B --> A: text" for a reply, or "A --> B -> C: text" for a redirect through a browser B',
    });
    return null;
  }
  const rest = node.entries.filter((entry) => entry !== first);
  const isEmpty = first.value.kind === 'scalar' && first.value.value === null && first.value.text === '';
  const words: Entry[] = isEmpty ? [] : [{ key: keyNode('text', first.key.span), value: first.value }];
  return { ...node, entries: [...parsed, ...words, ...rest] };
}

function parseArrow(key: ScalarNode): readonly Entry[] | null {
  const matches = [...key.text.matchAll(arrow)];
  const ends = key.text.split(/\s+(?:-->|->)[+-]?\s+/);
  const [one, two] = matches;
  if (!one || matches.length > 2 || ends.some((end) => end.trim() === '' || isArrowKey(end))) return null;
  const isReply = one[1] === '-->';
  const isRedirect = two !== undefined;
  if (isRedirect && (!isReply || two[1] !== '->')) return null;
  const names = [...ends.keys()].map((index) => endNode(key, ends, matches, index));
  const [from, middle, last] = names as [ScalarNode, ScalarNode, ScalarNode | undefined];
  const marks = matches.map((match) => match[2]).join('');
  return [
    entry('from', from, key.span),
    ...(last ? [entry('via', middle, key.span)] : []),
    entry('to', last ?? middle, key.span),
    ...(isReply ? [flagEntry('reply', key.span)] : []),
    ...(marks.includes('+') ? [flagEntry('activate', key.span)] : []),
    ...(marks.includes('-') ? [flagEntry('deactivate', key.span)] : []),
  ];
}

/** One end of the arrow, at its own place in the file (exact for plain keys, the whole key for quoted ones). */
function endNode(
  key: ScalarNode,
  ends: readonly string[],
  arrows: readonly RegExpMatchArray[],
  index: number,
): ScalarNode {
  const before = index === 0 ? null : arrows[index - 1];
  const start = before ? (before.index ?? 0) + before[0].length : 0;
  const name = ends[index] ?? '';
  const isPlain = key.span.end - key.span.start === key.text.length;
  const span = isPlain
    ? { ...key.span, start: key.span.start + start, end: key.span.start + start + name.length }
    : key.span;
  return scalarNode(name, span);
}

const keyNode = (text: string, span: Span): ScalarNode => scalarNode(text, span);

function entry(key: string, value: ScalarNode, span: Span): Entry {
  return { key: keyNode(key, span), value };
}

function flagEntry(key: string, span: Span): Entry {
  return { key: keyNode(key, span), value: { kind: 'scalar', value: true, text: 'true', span } };
}
