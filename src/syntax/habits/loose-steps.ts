/** Fragments whose steps stand beside the label, or directly below it without a list: `opt: label` and `A -> B: text` in one step. */
import type { Span } from '../../source/index.js';
import { isArrowKey } from '../arrow.js';
import { scalarNode } from '../node.js';
import type { Entry, MapNode, Node, ScalarNode } from '../node.js';
import { writeKey, writeText } from './draft.js';
import { hasBranches } from './fragment-edits.js';
import { usualLabels } from './fragment-values.js';
import { columnOf, entrySpan, isInBlock, replaceAt, tight } from './places.js';
import { linesOf, suggest } from './suggest.js';
import type { Walk } from './walk.js';

interface Loose {
  readonly entry: Entry;
  /** Null where the author wrote none. */
  readonly label: ScalarNode | null;
  /** Each with its own keys. */
  readonly steps: readonly (readonly Entry[])[] | ListNode;
  /** The other keys of the fragment. */
  readonly others: readonly Entry[];
}

type ListNode = Extract<Node, { kind: 'list' }>;

const fragment = /^(?:alt|opt|loop|par|critical|break|group|rect)$/;
const labelKey = /^(?:label|title|name|text|condition|when|if)$/;

/** The fragment as it should be, after a report; the step itself where nothing is loose. */
export function gatherSteps(item: Node, walk: Walk): Node {
  const entry = item.kind === 'map' ? item.entries.find(({ key }) => fragment.test(key.text)) : undefined;
  const loose = item.kind === 'map' && entry ? (besideLabel(item, entry) ?? belowKey(item, entry)) : null;
  if (item.kind !== 'map' || !loose) return item;
  const { key } = loose.entry;
  const lines = linesFor(loose);
  const isPlain = isInBlock(item.span) && !textOf(item.span).includes('#');
  const indent = `\n${' '.repeat(columnOf(item.span) - 1)}`;
  suggest(
    {
      code: 'expected-type',
      message: hasBranches(key.text)
        ? `"${key.text}" has branches by label, each with a list of steps`
        : `"${key.text}" has a text as its value, and a list of steps in "steps"`,
      span: key.span,
      lines: lines.map((line, index) => (index === 0 ? '- ' : '  ') + line),
      edits: isPlain ? [replaceAt(tight(item.span), lines.join(indent))] : [],
      isSafe: loose.label !== null,
    },
    walk.report,
  );
  return nodeFor(item, loose);
}

/** `opt: label` with messages as further keys of the same step. */
function besideLabel(map: MapNode, entry: Entry): Loose | null {
  const first = map.entries.findIndex(({ key }) => isArrowKey(key.text));
  const head = map.entries.slice(0, first);
  const isLoose = first !== -1 && head.includes(entry) && entry.value.kind === 'scalar';
  if (!isLoose) return null;
  const label = entry.value.value === null ? null : entry.value;
  return { entry, label, steps: stepsIn(map.entries.slice(first)), others: head.filter((one) => one !== entry) };
}

/** `opt:` with a mapping of messages, or of a label and the steps. */
function belowKey(map: MapNode, entry: Entry): Loose | null {
  if (entry.value.kind !== 'map') return null;
  const { entries } = entry.value;
  const first = entries.findIndex(({ key, value }) => isArrowKey(key.text) && value.kind === 'scalar');
  const list = entries.find(({ key, value }) => key.text === 'steps' && value.kind === 'list');
  const head = first === -1 ? entries.filter((one) => one !== list) : entries.slice(0, first);
  const [named, ...rest] = head.filter(({ key }) => labelKey.test(key.text));
  const isLabel = named === undefined ? !hasBranches(entry.key.text) || first !== -1 : named.value.kind === 'scalar';
  const steps = first === -1 ? listIn(list) : stepsIn(entries.slice(first));
  if (!isLabel || rest.length > 0 || !steps) return null;
  const others = [...map.entries, ...head].filter((one) => one !== entry && one !== named);
  return { entry, label: named?.value.kind === 'scalar' ? named.value : null, steps, others };
}

const listIn = (entry: Entry | undefined): ListNode | null => (entry?.value.kind === 'list' ? entry.value : null);

/** Each message begins a step; the keys after it are its own. */
function stepsIn(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const steps: Entry[][] = [];
  for (const entry of entries) {
    if (isArrowKey(entry.key.text)) steps.push([entry]);
    else steps.at(-1)?.push(entry);
  }
  return steps;
}

const textOf = ({ source, start, end }: Span): string => source.text.slice(start, end);
const labelOf = ({ entry, label }: Loose): string => label?.text ?? usualLabels[entry.key.text] ?? 'together';

function linesFor(loose: Loose): readonly string[] {
  const word = loose.entry.key.text;
  const label = labelOf(loose);
  const others = loose.others.flatMap((one) => linesOf(entrySpan(one), []));
  const each =
    'kind' in loose.steps
      ? loose.steps.items.map((item) => asItem(linesOf(tight(item.span), []).map(withoutDash)))
      : loose.steps.map((step) => asItem(step.flatMap((one) => linesOf(entrySpan(one), []))));
  if (areBranches(loose)) return [`${word}:`, ...each.flatMap((step) => asBranch(step)), ...others];
  const steps = each.flat();
  return hasBranches(word)
    ? [`${word}:`, `  ${writeKey(label)}:`, ...steps.map((line) => `    ${line}`), ...others]
    : [`${word}: ${writeText(label, false)}`, ...others, 'steps:', ...steps.map((line) => `  ${line}`)];
}

/** Without a label, each step of a `par` is a branch of its own. */
const areBranches = ({ entry, label }: Loose): boolean => entry.key.text === 'par' && label === null;
const asBranch = (step: readonly string[]): readonly string[] => ['  - steps:', ...step.map((line) => `      ${line}`)];

const asItem = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => (index === 0 ? '- ' : '  ') + line);
const withoutDash = (line: string, index: number): string => (index === 0 ? line : line.slice(2)).replace(/^- /, '');

function nodeFor(map: MapNode, loose: Loose): MapNode {
  const { key } = loose.entry;
  const label = scalarNode(labelOf(loose), loose.label?.span ?? key.span);
  const list: ListNode =
    'kind' in loose.steps
      ? loose.steps
      : {
          kind: 'list',
          items: loose.steps.map((entries): Node => ({ kind: 'map', entries, span: entries[0]?.key.span ?? map.span })),
          span: map.span,
        };
  const branches: Node = areBranches(loose)
    ? { ...list, items: list.items.map((item): Node => branchNode(item, key.span)) }
    : { kind: 'map', entries: [{ key: label, value: list }], span: map.span };
  const own: readonly Entry[] = hasBranches(key.text)
    ? [{ key, value: branches }]
    : [
        { key, value: label },
        { key: scalarNode('steps', key.span), value: list },
      ];
  return { ...map, entries: [...own, ...loose.others] };
}

const branchNode = (step: Node, span: Span): MapNode => ({
  kind: 'map',
  entries: [{ key: scalarNode('steps', span), value: { kind: 'list', items: [step], span: step.span } }],
  span: step.span,
});
