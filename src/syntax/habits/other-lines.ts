/** Lines that are no steps: they belong elsewhere, begin a phase, or are not needed. */
import type { Entry, Node } from '../node.js';
import { draft, entryNode } from './draft.js';
import { declare } from './participants.js';
import { columnOf, draftOverEntry, draftOverScalar, endOfShown, isInBlock, removeItem, replaceAt } from './places.js';
import type { Meaning } from './statements.js';
import { suggest } from './suggest.js';
import type { Walk } from './walk.js';

/** An item of a list of steps as it is meant. */
export interface Translated {
  /** Null where nothing is left of the item. */
  readonly node: Node | null;
  readonly phase?: Entry;
}

interface Line {
  readonly span: Node['span'];
  readonly message: string;
  readonly item: Node;
  readonly next: Node | undefined;
  readonly entry: Entry | null;
}

export function translateOther(meaning: Exclude<Meaning, { kind: 'step' }>, line: Line, walk: Walk): Translated {
  const { item, span, message } = line;
  const base = { code: 'known-steps', span, message } as const;
  if (meaning.kind === 'phase') return { node: null, phase: phaseOn(meaning.title, line, walk) };
  if (meaning.kind === 'nothing') {
    suggest({ ...base, lead: meaning.lead, edits: removeItem(item) ?? [], isSafe: meaning.isSafe }, walk.report);
    return { node: null };
  }
  const { lead, lines, participant } = meaning;
  if (participant !== undefined) declare(participant, { lead, lines, item, ...base }, walk);
  else suggest({ ...base, lead, lines, edits: [] }, walk.report);
  return { node: null };
}

/** The title goes into the next step, whose dash it takes. */
function phaseOn(title: string, { item, next, entry, span, message }: Line, walk: Walk): Entry {
  const key = ['phase', title] as const;
  const dash = next ? next.span.source.text.lastIndexOf('-', next.span.start - 1) : -1;
  const first = entry ?? item;
  const isJoined =
    next?.kind === 'map' &&
    isInBlock(next.span) &&
    isInBlock(item.span) &&
    columnOf(next.span) === columnOf(item.span) &&
    !('key' in first && item.kind === 'map' && item.entries.length > 1);
  const own = draftOver(item, entry, title);
  const end = next ? endOfShown(next) : item.span.end;
  suggest(
    {
      code: 'known-steps',
      span,
      message,
      lead: isJoined ? 'a phase is a key of its first step; write' : 'a phase is a key of its first step; write there',
      ...(isJoined && own
        ? {
            edits: [...own, replaceAt({ ...next.span, start: dash, end: dash + 1 }, ' ')],
            region: { ...item.span, end },
          }
        : { edits: [], lines: [`phase: ${title}`] }),
      isSafe: true,
    },
    walk.report,
  );
  return entryNode(key, span);
}

function draftOver(item: Node, entry: Entry | null, title: string) {
  const made = draft('phase', title);
  if (item.kind === 'map' && entry) return draftOverEntry(item, entry, made);
  return draftOverScalar(item, made);
}
