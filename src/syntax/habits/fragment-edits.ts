/** The edits that put the parts of a fragment, written one after the other, into one step. */
import type { Edit, Span } from '../../source/index.js';
import type { Entry, Node } from '../node.js';
import { writeKey, writeText } from './draft.js';
import type { Part } from './fragments.js';
import { columnOf, indentLines, insertAt, isInBlock, replaceAt, tight, wholeLines } from './places.js';

/** A branch with what stands in it. */
export interface Segment {
  readonly part: Part;
  readonly label: string;
  /** The steps after the line, where it has none itself. */
  readonly after: readonly Node[];
}

export interface Fragment {
  readonly segments: readonly Segment[];
  readonly end: Part | null;
  /** `alt`, or the word of a fragment with one branch. */
  readonly word: string;
}

const blanks = (count: number): string => ' '.repeat(Math.max(0, count));
const hasBranches = (word: string): boolean => /^(?:alt|par|critical)$/.test(word);

/** Null where the lines do not stand in a block, or where a comment would be lost. */
export function fragmentEdits({ segments, end, word }: Fragment): readonly Edit[] | null {
  const [first] = segments;
  if (
    !first ||
    ![...segments.map(({ part }) => part.node), ...(end ? [end.node] : [])].every(({ span }) => isInBlock(span))
  )
    return null;
  const indent = columnOf(first.part.entry?.key.span ?? first.part.node.span) - 1;
  if (segments.some(({ part }) => part !== first.part && part.node === first.part.node)) {
    return end ? null : editsInside(segments, first.part, indent);
  }
  const edits: Edit[] = [];
  for (const segment of segments) {
    const made = segmentEdits(segment, { isFirst: segment === first, indent, word });
    if (!made) return null;
    edits.push(...made);
  }
  if (end) edits.push(replaceAt(wholeLines(end.node.span), ''));
  return edits;
}

/** Branches that are keys of one step: `opt`, `else` and `steps`, in any order. */
function editsInside(segments: readonly Segment[], { node }: Part, indent: number): readonly Edit[] | null {
  const parts = segments.flatMap(({ part }) => [part.entry, part.steps]);
  const isAll = node.kind === 'map' && node.entries.every((entry) => parts.includes(entry));
  const whole = tight(node.span);
  const texts = segments.map(({ part, label }) => {
    const { source, start, end } = tight(part.steps?.value.span ?? node.span);
    const text = source.text.slice(start, end);
    return isAll && !text.includes('\n') && text.startsWith('[')
      ? `\n${blanks(indent + 2)}${writeKey(label)}: ${text}`
      : null;
  });
  const isShort =
    texts.every((text) => text !== null) && !whole.source.text.slice(whole.start, whole.end).includes('#');
  return isShort ? [replaceAt(whole, `alt:${texts.join('')}`)] : null;
}

/** The edits that put a branch after those of the fragment before it; null where they can't. */
export function branchEdits(part: Part, label: string, before: Node | undefined): readonly Edit[] | null {
  const entry = before?.kind === 'map' ? before.entries.find(({ key }) => hasBranches(key.text)) : undefined;
  const [first] = entry?.value.kind === 'map' ? entry.value.entries : [];
  if (!part.steps || !first || !isInBlock(first.key.span) || !isInBlock(part.node.span)) return null;
  const place = { isFirst: false, indent: columnOf(first.key.span) - 3, word: 'alt' };
  return segmentEdits({ part, label, after: [] }, place);
}

interface Place {
  readonly isFirst: boolean;
  /** The blanks before the key of the fragment. */
  readonly indent: number;
  readonly word: string;
}

function segmentEdits({ part, label, after }: Segment, { isFirst, indent, word }: Place): readonly Edit[] | null {
  const { steps, entry, node } = part;
  if (!areNeighbours(part)) return null;
  const head = hasBranches(word)
    ? `${isFirst ? `${word}:\n${blanks(indent + 2)}` : ''}${writeKey(label)}:`
    : `${word}: ${writeText(label, false)}\n${blanks(indent)}steps:`;
  const start = isFirst ? (entry?.key.span.start ?? node.span.start) : dashOf(node.span);
  const last = steps ? colonEnd(steps) : tight(node.span).end;
  const replaced: Span = { ...node.span, start, end: last };
  if (replaced.source.text.slice(start, last).includes('#')) return null;
  const pad = isFirst ? '' : blanks(indent + 2 - (columnOf({ ...node.span, start }) - 1));
  const inner = hasBranches(word) ? (steps ? 2 : 6) : 4;
  const own = columnOf(entry?.key.span ?? node.span) - 1;
  return [
    replaceAt(replaced, pad + head),
    ...(steps
      ? indentLines(
          { ...steps.value.span, start: last, end: tight(steps.value.span).end },
          hasBranches(word) ? indent + 2 - own : 0,
        )
      : []),
    ...after.flatMap(({ span }) => lineShift(span, inner)),
  ];
}

/** Whether no other key stands between the label and the steps. */
const areNeighbours = ({ node, entry, steps }: Part): boolean =>
  !entry ||
  !steps ||
  entry === steps ||
  node.kind !== 'map' ||
  node.entries.indexOf(steps) === node.entries.indexOf(entry) + 1;

/** Moves all lines of an item. */
function lineShift(span: Span, by: number): readonly Edit[] {
  const whole = wholeLines(span);
  return [insertAt(whole, whole.start, blanks(by)), ...indentLines({ ...whole, end: tight(whole).end }, by)];
}

const dashOf = ({ source, start }: Span): number => source.text.lastIndexOf('-', start - 1);

/** After the colon of an entry. */
export function colonEnd({ key }: Entry): number {
  return key.span.source.text.indexOf(':', key.span.end) + 1;
}
