/**
 * The short form of a message, as a mapping key: `C -> AS: text`, `AS --> C: text` (a reply), `C ->+ AS` (activates the
 * receiver), `AS -->- C` (deactivates the sender), `AS --> B -> C` (a redirect through the browser B).
 */
import type { Report, Span } from '../source/index.js';
import { scalarNode } from './node.js';
import type { Entry, MapNode, ScalarNode } from './node.js';

const arrowWord = String.raw`-{1,2}>>?[+-]?(?:\s|$)`;
/** Matches a key that is meant as a message, well formed or not. */
export const arrowKeyPattern = String.raw`(?:^|\s)${arrowWord}`;

/** Blanks around the arrow are required, so that ids may contain `-` and `>`. */
const end = String.raw`(?!${arrowWord})\S+(?:\s+(?!${arrowWord})\S+)*`;
const message = String.raw`(${end})\s+(--?>)([+-]?)\s+(${end})`;
const redirect = String.raw`(${end})\s+(-->)([+-]?)\s+(${end})\s+->([+-]?)\s+(${end})`;
/** The patterns of message keys; the second is a redirect through a browser. */
export const messageKeyPatterns = [`^${message}$`, `^${redirect}$`] as const;

const arrowKey = new RegExp(arrowKeyPattern);
const [messageKey, redirectKey] = messageKeyPatterns.map((pattern) => new RegExp(pattern, 'd')) as [RegExp, RegExp];

export function isArrowKey(key: string): boolean {
  return arrowKey.test(key);
}

/** Whether a key is a message in the short form. */
export const isWellFormedMessage = (key: string): boolean => messageKey.test(key) || redirectKey.test(key);

/** The long form of a step with an arrow key; null, with a diagnostic, where the key is not a message. */
export function desugarArrow(node: MapNode, arrows: readonly Entry[], report: Report): MapNode | null {
  const [first, second] = arrows as [Entry, Entry | undefined];
  if (second) {
    report({
      code: 'message-form',
      severity: 'error',
      message: 'there are two messages in one step',
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
      message: `${JSON.stringify(first.key.text)} is not a message`,
      span: first.key.span,
      hint: 'write "A -> B: text", "B --> A: text" for a reply, or "A --> B -> C: text" for a redirect through a browser B',
    });
    return null;
  }
  const isEmpty = first.value.kind === 'scalar' && first.value.value === null;
  const said = isEmpty ? parsed : [...parsed, { key: scalarNode('text', first.key.span), value: first.value }];
  const names = new Set(said.map(({ key }) => key.text));
  const rest = node.entries.filter((entry) => entry !== first && !reportSaidTwice(entry, first, names, report));
  return { ...node, entries: [...said, ...rest] };
}

/** Reports a key of the long form that repeats the short form. */
function reportSaidTwice({ key }: Entry, arrow: Entry, said: ReadonlySet<string>, report: Report): boolean {
  if (!said.has(key.text)) return false;
  report({
    code: 'unique-keys',
    severity: 'error',
    message: `${JSON.stringify(key.text)} is given twice`,
    span: key.span,
    hint: 'keep the short form, or write the whole message in the long form',
    related: [{ message: 'first given here', span: arrow.key.span }],
  });
  return true;
}

/** A group of a match, with its place in the key. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

function parseArrow(key: ScalarNode): readonly Entry[] | null {
  const pieces = piecesOf(messageKey.exec(key.text) ?? redirectKey.exec(key.text));
  if (!pieces) return null;
  const [from, arrow, mark, middle, mark2, last] = pieces as [Piece, Piece, Piece, Piece, Piece?, Piece?];
  const marks = mark.text + (mark2?.text ?? '');
  return [
    entry('from', endNode(key, from), key.span),
    ...(last ? [entry('via', endNode(key, middle), key.span)] : []),
    entry('to', endNode(key, last ?? middle), key.span),
    ...(arrow.text === '-->' ? [flagEntry('reply', key.span)] : []),
    ...(marks.includes('+') ? [flagEntry('activate', key.span)] : []),
    ...(marks.includes('-') ? [flagEntry('deactivate', key.span)] : []),
  ];
}

function piecesOf(match: RegExpExecArray | null): readonly Piece[] | undefined {
  return match?.slice(1).map((text, index) => ({ text, start: match.indices?.[index + 1]?.[0] ?? 0 }));
}

/** One end of the arrow, at its own place in the file (exact for plain keys, the whole key for quoted ones). */
function endNode(key: ScalarNode, { text, start }: Piece): ScalarNode {
  const isPlain = key.span.end - key.span.start === key.text.length;
  const from = key.span.start + start;
  return scalarNode(text, isPlain ? { ...key.span, start: from, end: from + text.length } : key.span);
}

function entry(key: string, value: ScalarNode, span: Span): Entry {
  return { key: scalarNode(key, span), value };
}

function flagEntry(key: string, span: Span): Entry {
  return { key: scalarNode(key, span), value: { kind: 'scalar', value: true, text: 'true', span } };
}
