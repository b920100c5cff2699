/** Translates lists of steps. */
import type { Report } from '../../source/index.js';
import { isWellFormedMessage } from '../arrow.js';
import type { Entry, MapNode, Node, ScalarNode } from '../node.js';
import { readArrow } from './arrows.js';
import { draft } from './draft.js';
import { findParts, isUnfinished, readFragment, strayPart, translateFragment, unfinished } from './fragment-walk.js';
import { fragmentNames } from './keys.js';
import { reformFragment } from './fragment-values.js';
import { gatherSteps } from './loose-steps.js';
import { translateOther } from './other-lines.js';
import type { Translated } from './other-lines.js';
import {
  draftNode,
  draftOverEntry,
  draftOverScalar,
  endOfShown,
  isInBlock,
  nodeOf,
  replaceAt,
  tight,
} from './places.js';
import { translateStepKeys } from './step-keys.js';
import { kindKeys } from './steps-known.js';
import { meaningOf } from './statements.js';
import type { Around, Meaning } from './statements.js';
import { suggest } from './suggest.js';
import { quote } from './walk.js';
import type { Walk } from './walk.js';

/** What a list of steps says, in authflow's words. */
export function translateSteps(list: Node, walk: Walk): Node {
  if (list.kind !== 'list') return list;
  const done: Node[] = [];
  const items = list.items.map((item) => gatherSteps(item, walk));
  const parts = findParts(items);
  let phase: Entry | null = null;
  let at = 0;
  let before: Around['before'] = null;
  for (let item = items[at]; item; item = items[at]) {
    const part = parts.at[at];
    const fragment = readFragment(items, at, parts);
    const next = fragment ? at + fragment.length : at + 1;
    const around: Around = { known: walk.declared.ids(), before };
    const read: Translated = fragment
      ? { node: translateFragment(fragment, walk) }
      : part && part.kind !== 'open'
        ? { node: strayPart(part, items[at - 1], walk) }
        : part && isUnfinished(part)
          ? { node: unfinished(part, items[at + 1], walk) }
          : translateStep(item, items[at + 1], around, walk);
    at = next;
    if (read.phase) phase = read.phase;
    if (!read.node) continue;
    before = endsOf(read.node) ?? before;
    done.push(phase && read.node.kind === 'map' ? { ...read.node, entries: [...read.node.entries, phase] } : read.node);
    phase = null;
  }
  return { ...list, items: done };
}

function translateStep(item: Node, next: Node | undefined, around: Around, walk: Walk): Translated {
  if (item.kind === 'scalar') return translateLine(item, next, around, walk);
  if (item.kind !== 'map') return { node: item };
  const renamed = renameFragment(item, walk.report);
  if (renamed) return { node: translateInside(renamed, walk) };
  const known = item.entries.some(({ key }) => kindKeys.includes(key.text) || isOwnMessage(key.text, around.known));
  const isGeneral = ({ key }: Entry): boolean => /^(?:id|phase|threats|ascii)$/.test(key.text);
  const entry = item.entries.find((one) => !isGeneral(one)) ?? item.entries.find(({ key }) => key.text === 'phase');
  if (known || !entry) return { node: translateInside(item, walk) };
  const text = entry.value.kind === 'scalar' ? entry.value.text : null;
  const meaning = meaningOf(entry.key.text, text, around);
  if (!meaning) return { node: translateInside(item, walk) };
  const place = {
    span: entry.key.span,
    message: `${quote(entry.key.text)} ${whatFor(meaning, 'is not a kind of step')}`,
  };
  if (meaning.kind !== 'step') return { ...translateOther(meaning, { ...place, item, next, entry }, walk) };
  const made =
    meaning.draft.first[1] !== null && meaning.draft.first[1] === text
      ? { ...meaning.draft, first: [meaning.draft.first[0], null] as const }
      : meaning.draft;
  suggest(
    {
      ...place,
      code: isMessage(meaning) ? 'message-form' : 'known-steps',
      lead: meaning.lead,
      edits: draftOverEntry(item, entry, made),
      region: regionOf(item, entry, isMessage(meaning)),
      isSafe: meaning.isSafe,
    },
    walk.report,
  );
  return { node: translateInside(draftNode(item, entry, meaning.seen ?? made), walk) };
}

/** `A -> B ++` is well formed, but means no participant `B ++`, if there is a `B`. */
function isOwnMessage(key: string, known: ReadonlySet<string>): boolean {
  if (!isWellFormedMessage(key)) return false;
  const [, from = '', to = ''] = /^(.+) --?>[+-]? (.+)$/s.exec(key) ?? [];
  if (known.has(from) && known.has(to)) return true;
  const read = readArrow(key, known);
  const [, otherFrom = '', otherTo = ''] = /^(.+) --?>[+-]? (.+)$/s.exec(read?.draft.first[0] ?? '') ?? [];
  return !(known.has(otherFrom) && known.has(otherTo));
}

/** `parallel: …`, `while: …`; null for other steps. */
function renameFragment(map: MapNode, report: Report): MapNode | null {
  const [entry] = map.entries;
  const name = entry && Object.hasOwn(fragmentNames, entry.key.text) ? fragmentNames[entry.key.text] : undefined;
  const isFragment = map.entries.some(({ key }) => key.text === 'steps') || entry?.value.kind !== 'scalar';
  if (!entry || name === undefined || !isFragment || kindKeys.includes(entry.key.text)) return null;
  suggest(
    {
      code: 'known-steps',
      message: `${quote(entry.key.text)} is not a kind of step`,
      span: entry.key.span,
      edits: [replaceAt(entry.key.span, name)],
      region: tight(map.span),
    },
    report,
  );
  return {
    ...map,
    entries: map.entries.map((one) => (one === entry ? { ...one, key: { ...one.key, value: name, text: name } } : one)),
  };
}

/** A step in brackets is shown alone; of a message, the line with its ends; of a long step, the first line. */
function regionOf(item: MapNode, entry: Entry, isMessageLine = false) {
  const isWhole = !isInBlock(entry.key.span) || (!isMessageLine && endOfShown(item) === tight(item.span).end);
  const end = isWhole ? item.span.end : Math.max(entry.value.span.end, entry.key.span.end + 1);
  return tight({ ...item.span, end });
}

const isMessage = (meaning: Meaning): boolean => meaning.kind === 'step' && isWellFormedMessage(meaning.draft.first[0]);
const whatFor = (meaning: Meaning, other: string): string => (isMessage(meaning) ? 'is not a message' : other);

/** No line of a diagram is longer. */
const LONGEST = 1000;

/** A line of another notation, or a message in quotes. */
function translateLine(item: ScalarNode, next: Node | undefined, around: Around, walk: Walk): Translated {
  if (typeof item.value !== 'string' || item.text.length > LONGEST) return { node: item };
  const said = item.text.trim();
  const colon = said.indexOf(':');
  const head = (colon === -1 ? said : said.slice(0, colon)).trimEnd();
  const text = colon === -1 ? '' : said.slice(colon + 1).trimStart();
  const own: Meaning | null = isWellFormedMessage(head)
    ? { kind: 'step', draft: draft(head, text), isSafe: true }
    : null;
  const meaning = own ?? meaningOf(head, text, around);
  if (!meaning) return { node: item };
  const message = own
    ? `${quote(item.text)} is a text, not a message`
    : `${quote(item.text)} ${whatFor(meaning, 'is not a step')}`;
  const place = { span: item.span, message };
  if (meaning.kind !== 'step') return translateOther(meaning, { ...place, item, next, entry: null }, walk);
  const { first, more } = meaning.draft;
  const made = { first: [first[0], first[1] ?? text] as const, ...(more && { more }) };
  const edits = draftOverScalar(item, made) ?? [];
  suggest(
    {
      ...place,
      code: isMessage(meaning) ? 'message-form' : 'known-steps',
      lead: meaning.lead,
      edits,
      region: item.span,
      isSafe: meaning.isSafe,
    },
    walk.report,
  );
  return { node: nodeOf(meaning.seen ?? made, item.span) };
}

/** The steps inside of a step, and its keys. */
function translateInside(map: MapNode, walk: Walk): MapNode {
  const reformed = reformFragment(map);
  if (reformed) {
    const { message, edits, isSafe } = reformed;
    const [entry] = map.entries.filter(({ key }) => reformed.message.startsWith(JSON.stringify(key.text)));
    suggest(
      { code: 'expected-type', message, span: entry?.key.span ?? map.span, edits, isSafe, region: tight(map.span) },
      walk.report,
    );
  }
  const { entries, ...rest } = translateStepKeys(reformed?.node ?? map, walk.report);
  return { ...rest, entries: entries.map((entry) => ({ ...entry, value: translateValue(entry, walk) })) };
}

function translateValue({ key, value }: Entry, walk: Walk): Node {
  if (/^(?:steps|insert)$/.test(key.text)) return walk.steps(value);
  if (!/^(?:alt|par|critical)$/.test(key.text)) return value;
  if (value.kind === 'map')
    return {
      ...value,
      entries: value.entries.map((branch) => ({ ...branch, value: walk.steps(branch.value) })),
    };
  if (value.kind !== 'list') return value;
  return { ...value, items: value.items.map((item) => (item.kind === 'map' ? translateInside(item, walk) : item)) };
}

/** The ends of a message, for what follows it. */
function endsOf(node: Node): Around['before'] {
  if (node.kind !== 'map') return null;
  const valueOf = (name: string): string => {
    const value = node.entries.find(({ key }) => key.text === name)?.value;
    return value?.kind === 'scalar' ? value.text : '';
  };
  const short = node.entries.flatMap(({ key: { text } }) => {
    const arrow = / --?>[+-]? /.exec(text);
    return arrow ? [[text.slice(0, arrow.index), text.slice(arrow.index + arrow[0].length)] as const] : [];
  });
  const [from, to] = short[0] ?? [valueOf('from'), valueOf('to')];
  return from && to ? { from, to } : null;
}
