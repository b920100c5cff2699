/** Reports the parts of fragments that stand one after the other, and makes one step of them. */
import { isWellFormedMessage } from '../arrow.js';
import { scalarNode } from '../node.js';
import type { Entry, MapNode, Node } from '../node.js';
import { writeKey, writeText } from './draft.js';
import { branchEdits, fragmentEdits, hasBranches } from './fragment-edits.js';
import type { Fragment, Segment } from './fragment-edits.js';
import { branchesIn, partOf } from './fragments.js';
import type { Part } from './fragments.js';
import { entrySpan, removeItem, tight } from './places.js';
import { knownKeysOf } from './steps-known.js';
import { linesOf, suggest } from './suggest.js';
import { quote } from './walk.js';
import type { Walk } from './walk.js';

/** The parts of a fragment, with the number of items that they are. */
interface ReadFragment extends Fragment {
  readonly length: number;
  readonly opener: Part;
}

/** The parts among the items of a list, and for each line that begins a fragment the index of its end. */
export interface Parts {
  readonly at: readonly (Part | null)[];
  readonly ends: ReadonlyMap<number, number>;
}

export function findParts(items: readonly Node[]): Parts {
  const at = items.map(partOf);
  const open: number[] = [];
  const ends = new Map<number, number>();
  for (const [index, part] of at.entries()) {
    if (part?.kind === 'open' && !part.steps) open.push(index);
    const start = part?.kind === 'end' ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, index);
  }
  return { at, ends };
}

/** Null where the lines make no fragment. */
export function readFragment(items: readonly Node[], start: number, { at: parts, ends }: Parts): ReadFragment | null {
  const opener = parts[start];
  if (opener?.kind !== 'open' || (!opener.steps && !ends.has(start))) return null;
  const own = [opener, ...branchesIn(opener.node)];
  const segments = own.map((part) => ({ part, label: part.label, after: [] as Node[] }));
  let depth = 0;
  let at = start + 1;
  let end: Part | null = null;
  for (; at < items.length && end === null; at += 1) {
    const item = items[at];
    const last = segments.at(-1);
    if (!item || !last) break;
    const part = parts[at] ?? null;
    if (depth === 0 && part?.kind === 'branch') segments.push({ part, label: part.label, after: [] });
    else if (depth === 0 && part?.kind === 'end') end = part;
    else if (last.part.steps) break;
    else {
      if (part?.kind === 'open' && !part.steps) depth += 1;
      if (part?.kind === 'end') depth -= 1;
      last.after.push(item);
    }
  }
  const isWhole = end !== null || segments.every(({ part }) => part.steps !== null);
  if (!isWhole) return null;
  const isOptional = opener.word === 'opt' || !hasBranches(opener.word);
  const word = isOptional && segments.length > 1 ? 'alt' : opener.word;
  return { segments: labelled(segments, word), end, word, opener, length: at - start };
}

/** Branches differ by their labels. */
function labelled(segments: readonly Segment[], word: string): readonly Segment[] {
  const seen = new Set<string>();
  return segments.map((segment, index) => {
    const usual =
      word === 'alt' ? (index === 0 ? 'condition' : 'otherwise') : word === 'rect' ? 'theme' : String(index + 1);
    const label = segment.label || usual;
    const unique = seen.has(label) ? `${label} (${index + 1})` : label;
    seen.add(unique);
    return { ...segment, label: unique };
  });
}

export function translateFragment(fragment: ReadFragment, walk: Walk): Node {
  const { segments, end, word, opener } = fragment;
  const edits = fragmentEdits(fragment) ?? [];
  const lastSpan =
    end?.node.span ?? segments.at(-1)?.after.at(-1)?.span ?? segments.at(-1)?.part.node.span ?? opener.node.span;
  const region = tight({ ...opener.node.span, end: Math.max(lastSpan.end, opener.node.span.end) });
  const isText = opener.entry === null;
  suggest(
    {
      code: isText ? 'known-steps' : 'expected-type',
      message: isText
        ? `${quote(opener.node.kind === 'scalar' ? opener.node.text : '')} is not a step`
        : `${quote(opener.word)} ${hasBranches(word) ? 'has branches by label, each with its own steps' : 'has its steps in "steps"'}`,
      span: opener.entry?.key.span ?? opener.node.span,
      edits,
      region,
      ...(edits.length === 0 && { lines: formOf(fragment) }),
      isSafe: segments.every(({ label, part }) => label === part.label || /^(?:else|otherwise)$/.test(part.word)),
    },
    walk.report,
  );
  const others = segments.slice(1).filter(({ part }) => part.node !== opener.node);
  for (const { part, label, after } of others) {
    const last = after.at(-1) ?? part.node;
    suggest(
      {
        code: 'known-steps',
        message: `${quote(part.word)} is a branch of the fragment above it, not a step`,
        span: part.entry?.key.span ?? part.node.span,
        lead: 'write it inside of that step',
        edits: [],
        lines:
          edits.length > 0 ? linesOf(tight({ ...part.node.span, end: last.span.end }), edits) : [`${label}: [ … ]`],
      },
      walk.report,
    );
  }
  if (end) reportEnd(end, edits.length === 0, walk);
  return fragmentNode(fragment, walk);
}

const formOf = ({ segments, word }: Fragment): readonly string[] =>
  hasBranches(word)
    ? [`- ${word}: { ${segments.map(({ label }) => `${label}: [ … ]`).join(', ')} }`]
    : [`- ${word}: ${segments[0]?.label ?? ''}`, '  steps: [ … ]'];

function fragmentNode({ segments, word, opener }: ReadFragment, walk: Walk): MapNode {
  const { span } = opener.entry?.key ?? opener.node;
  const lists = segments.map(({ part, after, label }): Entry => {
    const value = part.steps?.value ?? ({ kind: 'list', items: after, span: part.node.span } as const);
    return { key: scalarNode(label, part.entry?.key.span ?? part.node.span), value: walk.steps(value) };
  });
  const key = scalarNode(word, span);
  const [first] = lists;
  const made: readonly Entry[] = hasBranches(word)
    ? [{ key, value: { kind: 'map', entries: lists, span } }]
    : [
        { key, value: scalarNode(first?.key.text ?? '', span) },
        { key: scalarNode('steps', span), value: first?.value ?? { kind: 'list', items: [], span } },
      ];
  const others =
    opener.node.kind === 'map'
      ? opener.node.entries.filter(
          (entry) => !segments.some(({ part }) => entry === part.entry || entry === part.steps),
        )
      : [];
  return { kind: 'map', entries: [...made, ...others], span: opener.node.span };
}

/** An end, or a branch without its fragment. `before`: the item before it. */
export function strayPart(part: Part, before: Node | undefined, walk: Walk): null {
  if (part.kind === 'end') reportEnd(part, true, walk);
  else reportStrayBranch(part, before, walk);
  if (part.steps) walk.steps(part.steps.value);
  return null;
}

/** `isAlone`: no fix of another mistake removes it. */
function reportEnd({ entry, node }: Part, isAlone: boolean, { report }: Walk): void {
  const word = entry?.key.text ?? (node.kind === 'scalar' ? node.text : '');
  suggest(
    {
      code: 'known-steps',
      message: `${quote(word)} is not a step`,
      span: entry?.key.span ?? node.span,
      lead: 'a fragment ends where its lines are no longer indented; remove this line',
      edits: (isAlone ? removeItem(node) : null) ?? [],
      isSafe: true,
    },
    report,
  );
}

function reportStrayBranch(part: Part, before: Node | undefined, { report, declared }: Walk): void {
  const { entry, node, word } = part;
  const label = part.label || 'otherwise';
  const joined = branchEdits(part, label, before);
  const [from = 'A', to = from] = [...declared.ids()].slice(0, 2);
  suggest(
    {
      code: 'known-steps',
      message: `${quote(word)} is a branch of a fragment, not a step`,
      span: entry?.key.span ?? node.span,
      ...(joined
        ? { lead: 'write it inside of the step above', edits: joined, region: tight(node.span), isSafe: true }
        : {
            lead: 'branches stand in one step, by label',
            edits: [],
            lines: [
              '- alt:',
              '    condition:',
              `      - ${writeKey(`${from} -> ${to}`)}: one`,
              `    ${writeKey(label)}:`,
              `      - ${writeKey(`${from} -> ${to}`)}: another`,
            ],
          }),
    },
    report,
  );
}

/** A line that begins a fragment without anything that stands in it; an unknown key, which may mean "steps", is the schema's to report. */
export const isUnfinished = ({ steps, entry, word, node }: Part): boolean =>
  steps === null &&
  (entry === null ||
    hasBranches(word) ||
    node.kind !== 'map' ||
    node.entries.every(({ key }) => isKeyOf(word, key.text)));

const isKeyOf = (word: string, key: string): boolean => key.toLowerCase() === word || knownKeysOf(word).includes(key);

/** `next`: the step after it, which it may mean. */
export function unfinished(part: Part, next: Node | undefined, { report, declared }: Walk): null {
  const { word, entry, node } = part;
  const [from = 'A', to = from] = [...declared.ids()].slice(0, 2);
  const step = firstLineOf(next) ?? `- ${writeKey(`${from} -> ${to}`)}: one`;
  const label = part.label || (word === 'rect' ? 'theme' : 'condition');
  suggest(
    {
      code: 'known-steps',
      message: `${quote(entry || node.kind !== 'scalar' ? word : node.text)} contains no steps`,
      span: entry?.key.span ?? node.span,
      edits: [],
      lines: hasBranches(word)
        ? [`- ${word}:`, `    ${writeKey(label)}:`, `      ${step}`]
        : [`- ${word}: ${writeText(label, false)}`, '  steps:', `    ${step}`],
    },
    report,
  );
  return null;
}

/** The line of a message; null for another step. */
function firstLineOf(node: Node | undefined): string | null {
  const [entry] = node?.kind === 'map' ? node.entries : [];
  const isShort = entry !== undefined && isWellFormedMessage(entry.key.text) && entry.value.kind === 'scalar';
  const [line = ''] = isShort ? linesOf(entrySpan(entry), []) : [];
  return line === '' ? null : `- ${line.replace(/^- /, '')}`;
}
