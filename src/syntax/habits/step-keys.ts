/** Translates the keys of messages, notes and fragments. */
import type { Report } from '../../source/index.js';
import { isWellFormedMessage } from '../arrow.js';
import type { Entry, MapNode } from '../node.js';
import { changeKeys } from './change-keys.js';
import type { KeyContext } from './change-keys.js';
import { fragmentKeys, messageKeys, noteKeys, regionKeys } from './keys.js';
import { columnOf, entrySpan, indentLines, insertAt, isInBlock, removeEntry, tight } from './places.js';
import { kindKeys, knownKeysOf } from './steps-known.js';
import { suggest } from './suggest.js';
import { messageValues } from './values.js';

export function translateStepKeys(map: MapNode, report: Report): MapNode {
  const arrow = map.entries.find(({ key }) => isWellFormedMessage(key.text));
  const isMessage = arrow !== undefined || map.entries.some(({ key }) => key.text === 'from' || key.text === 'to');
  const kind = isMessage ? 'from' : kindKeys.find((key) => map.entries.some((entry) => entry.key.text === key));
  if (kind === undefined) return map;
  const known = [...knownKeysOf(kind), ...(arrow ? [arrow.key.text] : [])];
  return changeKeys(
    isMessage ? withoutConditions(map, known, report) : map,
    { known, ...contextOf(kind), taken: arrow ? ['from', 'to', ...(isNothing(arrow) ? [] : ['text'])] : [] },
    report,
  );
}

const isNothing = ({ value }: Entry): boolean => value.kind === 'scalar' && value.value === null;

function contextOf(kind: string): Omit<KeyContext, 'known'> {
  if (kind === 'from') return { name: 'a message', keys: messageKeys, values: messageValues };
  const name = `the step ${JSON.stringify(kind)}`;
  if (kind === 'note') return { name, keys: noteKeys };
  return { name, keys: kind === 'rect' ? regionKeys : fragmentKeys };
}

/** `if: has cookie` on a message: what happens only sometimes stands in an `opt`. */
function withoutConditions(map: MapNode, known: readonly string[], report: Report): MapNode {
  const isCondition = ({ key }: Entry): boolean =>
    !known.includes(key.text) && Object.hasOwn(messageKeys, key.text) && 'condition' in (messageKeys[key.text] ?? {});
  for (const entry of map.entries.filter(isCondition)) reportCondition(map, entry, report);
  return { ...map, entries: map.entries.filter((entry) => !isCondition(entry)) };
}

function reportCondition(map: MapNode, entry: Entry, report: Report): void {
  const habit = messageKeys[entry.key.text];
  const said = entry.value.kind === 'scalar' ? entry.value.text : '';
  const label = habit && 'condition' in habit ? habit.condition(said) : said;
  const [first] = map.entries;
  const removed = removeEntry(map, entry);
  const whole = tight(map.span);
  const isBlock = isInBlock(map.span) && first !== entry && removed !== null;
  const indent = ' '.repeat(columnOf(map.span) - 1);
  const inside = entrySpan(entry);
  const moved = indentLines(whole, 4).filter(
    ({ span }) => span.start > inside.end || span.start + columnOf(entry.key.span) - 1 < inside.start,
  );
  suggest(
    {
      code: 'known-keys',
      message: `a message has no key ${JSON.stringify(entry.key.text)}`,
      span: entry.key.span,
      lead: 'what happens only sometimes stands in an "opt"',
      edits: isBlock
        ? [insertAt(whole, whole.start, `opt: ${label}\n${indent}steps:\n${indent}  - `), ...moved, ...removed]
        : [],
      ...(isBlock && map.entries.length === 2
        ? { region: whole }
        : { lines: [`- opt: ${label}`, '  steps:', `    - ${firstLine(first)}`] }),
    },
    report,
  );
}

/** The rest of the message stays as it is. */
function firstLine(entry: Entry | undefined): string {
  const { source, start, end } = entry ? entrySpan(entry) : { source: { text: '' }, start: 0, end: 0 };
  return source.text.slice(start, end).replace(/\s+/g, ' ');
}
