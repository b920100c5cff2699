/** Fragments whose value has another form: a list of steps, or branches where there is only one. */
import type { Edit } from '../../source/index.js';
import { scalarNode } from '../node.js';
import type { Entry, MapNode, Node } from '../node.js';
import { writeText } from './draft.js';
import { colonEnd } from './fragment-edits.js';
import { columnOf, indentLines, insertAt, isInBlock, replaceAt, tight } from './places.js';

interface Reformed {
  readonly message: string;
  readonly edits: readonly Edit[];
  readonly isSafe: boolean;
  readonly node: MapNode;
}

type ListNode = Extract<Node, { kind: 'list' }>;

const blanks = (count: number): string => ' '.repeat(Math.max(0, count));

/** Labels for those that have none: they say what a fragment means. */
export const usualLabels: Readonly<Record<string, string>> = {
  alt: 'condition',
  critical: 'must succeed',
  opt: 'if needed',
  loop: 'until done',
  break: 'on failure',
  group: 'together',
  rect: 'theme',
};

/** Null where the value is as it should be, or has an unknown form. */
export function reformFragment(map: MapNode): Reformed | null {
  const entry = map.entries.find(({ key }) => key.text === 'par' || Object.hasOwn(usualLabels, key.text));
  if (!entry) return null;
  const { key, value } = entry;
  const isBranched = /^(?:alt|par|critical)$/.test(key.text);
  if (value.kind === 'list') {
    if (!isBranched) return listInside(map, entry, value);
    if (value.items.length === 0 || value.items.some(isBranch)) return null;
    return key.text === 'par' ? listOfBranches(map, entry, value) : listInBranch(map, entry, value);
  }
  return value.kind === 'map' && !isBranched ? onlyBranch(map, entry, value) : null;
}

const isBranch = (item: Node): boolean =>
  item.kind === 'map' && item.entries.some(({ key }) => /^(?:steps?|label)$/.test(key.text));

const withValue = (map: MapNode, entry: Entry, ...made: readonly Entry[]): MapNode => ({
  ...map,
  entries: map.entries.flatMap((one) => (one === entry ? made : [one])),
});

/** The steps of a `par` happen side by side. */
function listOfBranches(map: MapNode, entry: Entry, list: ListNode): Reformed {
  const { span } = entry.key;
  const isFlow = !list.items.every((item) => isInBlock(item.span));
  const edits = list.items.flatMap((item): readonly Edit[] => {
    const whole = tight(item.span);
    if (isFlow) return [insertAt(whole, whole.start, '{ steps: [ '), insertAt(whole, whole.end, ' ] }')];
    return [insertAt(whole, whole.start, `steps:\n${blanks(columnOf(whole) + 1)}- `), ...indentLines(whole, 4)];
  });
  const items = list.items.map((item): Node => ({
    kind: 'map',
    entries: [{ key: scalarNode('steps', span), value: { kind: 'list', items: [item], span: item.span } }],
    span: item.span,
  }));
  return {
    message: '"par" has branches, each with its own steps',
    edits,
    isSafe: list.items.length > 1,
    node: withValue(map, entry, { key: entry.key, value: { ...list, items } }),
  };
}

function listInBranch(map: MapNode, entry: Entry, list: ListNode): Reformed {
  const label = usualLabels[entry.key.text] ?? '';
  const key = scalarNode(label, entry.key.span);
  const node = withValue(map, entry, {
    key: entry.key,
    value: { kind: 'map', entries: [{ key, value: list }], span: list.span },
  });
  const indent = columnOf(entry.key.span) - 1;
  const [first] = list.items;
  const isBlock = isInBlock(entry.key.span) && first !== undefined && isInBlock(first.span);
  const at = colonEnd(entry);
  const shift = first ? indent + 4 - (columnOf(first.span) - 3) : 0;
  return {
    message: `"${entry.key.text}" has branches by label, each with its own steps`,
    edits: isBlock
      ? [
          insertAt(key.span, at, `\n${blanks(indent + 2)}${label}:`),
          ...indentLines({ ...list.span, start: at, end: tight(list.span).end }, shift),
        ]
      : [insertAt(list.span, list.span.start, `{ ${label}: `), insertAt(list.span, tight(list.span).end, ' }')],
    isSafe: false,
    node,
  };
}

/** `opt: [ … ]` */
function listInside(map: MapNode, entry: Entry, list: ListNode): Reformed {
  const { key } = entry;
  const label = usualLabels[key.text] ?? '';
  return {
    message: `"${key.text}" has a text as its value, and its steps are in "steps"`,
    edits: [insertAt(key.span, colonEnd(entry), ` ${label}${stepsKey(entry)}`)],
    isSafe: key.text === 'rect',
    node: withValue(
      map,
      entry,
      { key, value: scalarNode(label, key.span) },
      { key: scalarNode('steps', key.span), value: list },
    ),
  };
}

const stepsKey = ({ key: { span } }: Entry): string =>
  isInBlock(span) ? `\n${blanks(columnOf(span) - 1)}steps:` : ', steps:';

/** `loop: { every 5 seconds: [ … ] }` */
function onlyBranch(map: MapNode, entry: Entry, branches: MapNode): Reformed | null {
  const [only, second] = branches.entries;
  const { key } = entry;
  if (only?.value.kind !== 'list') return null;
  if (second) {
    return {
      message: `"${key.text}" has no branches; "alt" has`,
      edits: [replaceAt(key.span, 'alt')],
      isSafe: false,
      node: withValue(map, entry, { key: scalarNode('alt', key.span), value: branches }),
    };
  }
  const isBraced = branches.span.source.text.charAt(branches.span.start) === '{';
  const head = { ...key.span, start: colonEnd(entry), end: colonEnd(only) };
  if (head.source.text.slice(head.start, head.end).includes('#')) return null;
  const tail = { ...key.span, start: tight(only.value.span).end, end: tight(branches.span).end };
  return {
    message: `"${key.text}" has a text as its value, and its steps are in "steps"`,
    edits: [
      replaceAt(head, ` ${writeText(only.key.text, !isInBlock(key.span))}${stepsKey(entry)}`),
      ...(isBraced ? [replaceAt(tail, '')] : []),
    ],
    isSafe: true,
    node: withValue(map, entry, { key, value: only.key }, { key: scalarNode('steps', key.span), value: only.value }),
  };
}
