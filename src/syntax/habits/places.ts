/** Places in YAML text, and edits that add, move and remove entries and items. */
import type { Edit, Span } from '../../source/index.js';
import { positionAt } from '../../source/index.js';
import type { Entry, MapNode, Node } from '../node.js';
import { entryNode, writeEntry, writeKey, writeText } from './draft.js';
import type { Draft, DraftEntry } from './draft.js';

export const insertAt = ({ source }: Span, at: number, text: string): Edit => ({
  span: { source, start: at, end: at },
  text,
});
export const replaceAt = (span: Span, text: string): Edit => ({ span, text });

export const columnOf = ({ source, start }: Span): number => positionAt(source, start).column;
const blanks = (count: number): string => ' '.repeat(Math.max(0, count));

/** Whether only blanks and dashes are before a place on its line: not in `{ }` or `[ ]`. */
export function isInBlock({ source: { text }, start }: Span): boolean {
  return /^(?:[ ]|- )*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

const isOneLine = ({ source: { text }, start, end }: Span): boolean => !text.slice(start, end).includes('\n');

/** The place of a node, without the blanks and line breaks after a block. */
export function tight(span: Span): Span {
  const written = span.source.text.slice(span.start, span.end);
  return { ...span, end: span.start + written.trimEnd().length };
}

/** From the key to the end of the value. */
export const entrySpan = ({ key, value }: Entry): Span =>
  tight({ ...key.span, end: Math.max(key.span.end + 1, value.span.end) });

/** The whole lines of an item or entry of a block, with the dash and what ends them. */
export function wholeLines(span: Span): Span {
  const { text } = span.source;
  const { end } = tight(span);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', end);
  return { ...span, start, end: next === -1 ? text.length : next + 1 };
}

/** The edits that make a step of a scalar; null where it stands on several lines. */
export function draftOverScalar(node: Node, { first: [key, value], more = [] }: Draft): readonly Edit[] | null {
  if (!isOneLine(node.span)) return null;
  const entries: readonly DraftEntry[] = [[key, value ?? ''], ...more];
  if (isInBlock(node.span)) {
    const indent = `\n${blanks(columnOf(node.span) - 1)}`;
    return [replaceAt(node.span, entries.map((entry) => writeEntry(entry, false)).join(indent))];
  }
  return [replaceAt(node.span, `{ ${entries.map((entry) => writeEntry(entry, true)).join(', ')} }`)];
}

/** The edits that put a draft in the place of an entry of a mapping. */
export function draftOverEntry(map: MapNode, entry: Entry, { first: [key, value], more = [] }: Draft): readonly Edit[] {
  const isFlow = !isInBlock(entry.key.span);
  const isBefore = !isFlow && !(isOneLine(entrySpan(entry)) && isEndOfLine(entrySpan(entry)));
  const indent = `\n${blanks(columnOf(entry.key.span) - 1)}`;
  const before = isBefore ? more.map((one) => writeEntry(one, false) + indent).join('') : '';
  const valueEdits =
    value === null
      ? []
      : [replaceAt(valueSpan(entry), ` ${typeof value === 'string' ? writeText(value, isFlow) : 'true'}`)];
  return [
    replaceAt(keySpan(entry), before + writeKey(key)),
    ...valueEdits,
    ...(isBefore ? [] : addAfter(map, entry, more)),
  ];
}

/** With the blanks before the colon. */
function keySpan({ key: { span } }: Entry): Span {
  const [blank = ''] = /^ +(?=:)/.exec(span.source.text.slice(span.end, span.end + 20)) ?? [];
  return { ...span, end: span.end + blank.length };
}

/** From the colon's end to the value's. */
function valueSpan({ key, value }: Entry): Span {
  const { text } = key.span.source;
  const colon = text.indexOf(':', key.span.end);
  return tight({ ...key.span, start: colon + 1, end: Math.max(colon + 1, value.span.end) });
}

function addAfter(map: MapNode, entry: Entry, added: readonly DraftEntry[]): readonly Edit[] {
  if (added.length === 0) return [];
  const whole = entrySpan(entry);
  const isFlow = !isInBlock(entry.key.span);
  const written = added.map((one) => writeEntry(one, isFlow));
  if (!isFlow) {
    const indent = `\n${blanks(columnOf(entry.key.span) - 1)}`;
    return [insertAt(whole, whole.end, written.map((line) => indent + line).join(''))];
  }
  const isBraced = map.span.source.text.charAt(map.span.start) === '{';
  const text = `, ${written.join(', ')}`;
  return isBraced
    ? [insertAt(whole, whole.end, text)]
    : [insertAt(whole, map.span.start, '{ '), insertAt(whole, whole.end, `${text} }`)];
}

/** A comment may follow, but no text that goes on. */
function isEndOfLine({ source: { text }, end }: Span): boolean {
  const next = text.indexOf('\n', end);
  return text.slice(end, next === -1 ? undefined : next).trim() === '';
}

/** The edits that remove an entry; null where nothing would be left. */
export function removeEntry(map: MapNode, entry: Entry): readonly Edit[] | null {
  const at = map.entries.indexOf(entry);
  const next = map.entries[at + 1];
  if (map.entries.length < 2) return null;
  if (next && (at === 0 || !isInBlock(entry.key.span))) {
    return [replaceAt({ ...entry.key.span, end: next.key.span.start }, '')];
  }
  if (isInBlock(entry.key.span)) return [replaceAt(wholeLines(entrySpan(entry)), '')];
  const before = map.entries[at - 1];
  return before
    ? [replaceAt({ ...entry.key.span, start: entrySpan(before).end, end: entrySpan(entry).end }, '')]
    : null;
}

/** Removes an item of a list; null in brackets. */
export const removeItem = (node: Node): readonly Edit[] | null =>
  isInBlock(node.span) && isOneLine(tight(node.span)) ? [replaceAt(wholeLines(node.span), '')] : null;

/** Moves the lines of a place to the right, but for its first one. */
export function indentLines({ source, start, end }: Span, by: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = source.text.indexOf('\n', start); at !== -1 && at + 1 < end; at = source.text.indexOf('\n', at + 1)) {
    if (!/^[\r\n]|^$/.test(source.text.slice(at + 1, at + 2)))
      edits.push(insertAt({ source, start, end }, at + 1, blanks(by)));
  }
  return edits;
}

/** The mapping with the draft in the place of an entry. */
export function draftNode(map: MapNode, entry: Entry, { first: [key, value], more = [] }: Draft): MapNode {
  const { span } = entry.key;
  const first = value === null ? { ...entryNode([key, ''], span), value: entry.value } : entryNode([key, value], span);
  const entries = map.entries.flatMap((one) =>
    one === entry ? [first, ...more.map((each) => entryNode(each, span))] : [one],
  );
  return { ...map, entries };
}

/** The mapping of a draft that stands where a scalar was. */
export const nodeOf = ({ first: [key, value], more = [] }: Draft, span: Span): MapNode => ({
  kind: 'map',
  entries: [[key, value ?? ''] as const, ...more].map((entry) => entryNode(entry, span)),
  span,
});

/** Of a short step all, of a long one the first line. */
export function endOfShown(node: Node): number {
  const { source, start, end } = tight(node.span);
  const [first = '', ...more] = source.text.slice(start, end).split('\n');
  return more.length < 8 ? end : start + first.length;
}
