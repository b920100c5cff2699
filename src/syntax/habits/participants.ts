/** Participants that are declared among the steps, as in other notations. */
import type { Span } from '../../source/index.js';
import type { Entry, MapNode, Node } from '../node.js';
import { entryNode } from './draft.js';
import { columnOf, insertAt, isInBlock, removeItem, tight } from './places.js';
import { suggest } from './suggest.js';
import type { Declared, Walk } from './walk.js';

/** Remembers participants; `root`: the file. */
export function openDeclared(root: MapNode): Declared & { readonly found: () => readonly Entry[] } {
  const entryOf = (name: string): Entry | undefined => root.entries.find(({ key }) => key.text === name);
  const list = entryOf('participants');
  const own = list?.value.kind === 'map' ? list.value.entries : [];
  const found: Entry[] = [];
  const ids = new Set(own.map(({ key }) => key.text));
  return {
    ids: () => ids,
    add: (entry) => {
      found.push(entry);
      ids.add(entry.key.text);
    },
    found: () => found,
    write: (line) => {
      const last = own.at(-1);
      if (last) {
        const end = tight({ ...last.key.span, end: Math.max(last.key.span.end + 1, last.value.span.end) });
        const indent = ' '.repeat(columnOf(last.key.span) - 1);
        return isInBlock(last.key.span)
          ? insertAt(end, endOfLine(end), `\n${indent}${line}`)
          : insertAt(end, end.end, `, ${line}`);
      }
      const steps = entryOf('steps');
      return list || !steps || !isInBlock(steps.key.span)
        ? null
        : insertAt(steps.key.span, steps.key.span.start, `participants:\n  ${line}\n`);
    },
  };
}

function endOfLine({ source: { text }, end }: Span): number {
  const at = text.indexOf('\n', end);
  return at === -1 ? text.length : text.charAt(at - 1) === '\r' ? at - 1 : at;
}

interface Line {
  readonly code: 'known-steps';
  readonly message: string;
  readonly span: Span;
  readonly item: Node;
  readonly lead: string;
  readonly lines: readonly string[];
}

/** Reports a participant among the steps; from here on it is declared. */
export function declare(id: string, { item, lead, lines, ...line }: Line, { declared, report }: Walk): void {
  const isThere = declared.ids().has(id);
  const removed = removeItem(item);
  const added = isThere ? [] : [declared.write((lines[1] ?? '').trim())];
  const isWhole = removed !== null && added.every((edit) => edit !== null);
  suggest(
    {
      ...line,
      lead: isThere ? 'it is in "participants" already; remove this line' : lead,
      lines: isThere ? [] : lines,
      edits: isWhole ? [...removed, ...added] : [],
      isSafe: true,
    },
    report,
  );
  if (!isThere) declared.add(entryNode([id, ''], line.span));
}
