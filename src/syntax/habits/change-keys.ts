/** Reports keys and values of other notations in a mapping, and puts what they mean in their place. */
import type { Report } from '../../source/index.js';
import { scalarNode } from '../node.js';
import type { Entry, MapNode, Node } from '../node.js';
import { entryNode, writeEntry, writeText } from './draft.js';
import type { DraftEntry } from './draft.js';
import type { KeyHabit, Keys } from './keys.js';
import { columnOf, entrySpan, insertAt, isInBlock, removeEntry, replaceAt, tight } from './places.js';
import { suggest } from './suggest.js';
import type { Values } from './values.js';

export interface KeyContext {
  /** The mapping's name in messages: `a message`. */
  readonly name: string;
  /** The keys that it may have. */
  readonly known: readonly string[];
  readonly keys: Keys;
  readonly values?: Values | undefined;
  /** Keys that are given in another way. */
  readonly taken?: readonly string[];
  /** See {@link KeyHabit}. */
  readonly other?: string | undefined;
}

export function changeKeys(map: MapNode, context: KeyContext, report: Report): MapNode {
  const written = new Set([...map.entries.map(({ key }) => key.text), ...(context.taken ?? [])]);
  const entries = map.entries.flatMap((entry): readonly Entry[] => {
    const { text } = entry.key;
    if (context.known.includes(text)) return changeValue(entry, context.values?.[text], report);
    const habit = Object.hasOwn(context.keys, text) ? context.keys[text] : undefined;
    if (!habit || 'condition' in habit) return [entry];
    return changeKey(map, entry, habit, { ...context, written }, report);
  });
  return { ...map, entries };
}

interface Change extends KeyContext {
  /** The keys that are there, or were put there. */
  readonly written: Set<string>;
}

function changeKey(map: MapNode, entry: Entry, habit: KeyHabit, context: Change, report: Report): readonly Entry[] {
  const { name, written, other = '…' } = context;
  const base = {
    code: 'known-keys',
    message: `${name} has no key ${JSON.stringify(entry.key.text)}`,
    span: entry.key.span,
  } as const;
  const value = textOf(entry.value);
  if ('choose' in habit) {
    const chosen = habit.choose(value);
    return chosen ? changeKey(map, entry, chosen, context, report) : [entry];
  }
  if ('to' in habit) {
    const isFree = !written.has(habit.to);
    written.add(habit.to);
    suggest(
      {
        ...base,
        ...(isFree
          ? { edits: [replaceAt(entry.key.span, habit.to)], region: entrySpan(entry), isSafe: habit.isSafe === true }
          : { lead: `"${habit.to}" says it, and is there already; remove one of the two`, edits: [] }),
      },
      report,
    );
    return isFree && context.known.includes(habit.to)
      ? [{ ...entry, key: { ...entry.key, value: habit.to, text: habit.to } }]
      : [];
  }
  if ('write' in habit) {
    const made = habit.write(value);
    const isFree = !written.has(made[0]);
    written.add(made[0]);
    const line = writeLine(made, !isInBlock(entry.key.span));
    suggest(
      {
        ...base,
        lead: habit.lead,
        edits: isFree ? [replaceAt(entrySpan(entry), line)] : [],
        lines: [line],
        isSafe: habit.isSafe === true,
      },
      report,
    );
    return isFree && context.known.includes(made[0]) && !isMapping(made) ? [entryNode(made, entry.key.span)] : [];
  }
  if ('before' in habit) {
    const line = writeLine(habit.before(value), false);
    const removed = isInBlock(map.span) ? removeEntry(map, entry) : null;
    const dash = `\n${' '.repeat(Math.max(0, columnOf(map.span) - 3))}- `;
    const edits = removed ? [insertAt(map.span, map.span.start, line + dash), ...removed] : [];
    suggest({ ...base, lead: habit.lead, lines: [`- ${line}`], edits }, report);
    return [];
  }
  if ('lead' in habit) {
    const lines = habit.lines?.(value, other) ?? [];
    const edits = lines.length === 0 ? (removeEntry(map, entry) ?? []) : [];
    suggest({ ...base, lead: habit.lead, lines, edits }, report);
  }
  return [];
}

/** A mapping in braces is written as it is. */
const isMapping = ([, value]: DraftEntry): boolean => typeof value === 'string' && value.startsWith('{ ');

const writeLine = (made: DraftEntry, isFlow: boolean): string =>
  isMapping(made) ? `${made[0]}: ${String(made[1])}` : writeEntry(made, isFlow);

/** As written, on one line. */
function textOf(node: Node): string {
  if (node.kind === 'scalar') return node.text;
  const { source, start, end } = tight(node.span);
  return source.text.slice(start, end).replace(/\s+/g, ' ');
}

function changeValue(entry: Entry, known: Values[string] | undefined, report: Report): readonly Entry[] {
  const { key, value } = entry;
  const word = value.kind === 'scalar' ? value.text.toLowerCase() : '';
  const isWord = known && Object.hasOwn(known.words, word) && !known.names.includes(word);
  const habit = isWord ? known.words[word] : known?.read?.(word);
  if (!habit || value.kind !== 'scalar') return [entry];
  const isNested = habit.value.startsWith('{ ');
  suggest(
    {
      code: 'known-values',
      message: `${JSON.stringify(key.text)} can't be ${JSON.stringify(value.text)}`,
      span: value.span,
      edits: [replaceAt(value.span, isNested ? habit.value : writeText(habit.value, true))],
      ...(habit.isSafe || isNested
        ? { region: entrySpan(entry) }
        : { lead: `did you mean ${JSON.stringify(habit.value)}? values are: ${known?.names.join(', ') ?? ''}` }),
      isSafe: habit.isSafe,
    },
    report,
  );
  return isNested ? [] : [{ ...entry, value: scalarNode(habit.value, value.span) }];
}
