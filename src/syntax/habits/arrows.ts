/** Reads arrows as Mermaid, PlantUML, D2 and word processors write them: `A->>+B`, `B <-- A`, `A ->x B`, `A → B`. */
import { draft } from './draft.js';
import type { Draft, DraftEntry } from './draft.js';

interface ForeignMessage {
  readonly draft: Draft;
  /** Whether the arrow has the same meaning in authflow, so that nothing is guessed. */
  readonly isSafe: boolean;
}

const shaft = String.raw`(?:-\.-|-\[[^\]]*\]-?|={1,2}|~{1,2}|\.{2}|-{1,3}|[–—]{1,2})`;
const left = String.raw`(?:<{1,2}|[xo](?=-)|[\\/]{1,2}(?=-))`;
const right = String.raw`(?:>{1,2}[xo?]?|\)|[xo]|\|?[\\/]{1,2})`;
const foreignArrow = new RegExp(
  String.raw`(?<left>${left})?(?<shaft>${shaft})(?<right>${right})?|(?<sign>[→⟶➔➜➝⇒⇨]|[←⟵⇐]|[↔⟷⇔]|[⇢⤏]|[⇠⤎])`,
  'gu',
);

/** Two names and an arrow are shorter. What is longer is prose, whose arrows would all be tried with all that stands around them. */
const LONGEST = 250;

/** `text`: a message without the text after its colon. `known`: the ids of participants. */
export function readArrow(text: string, known: ReadonlySet<string>): ForeignMessage | null {
  if (text.length > LONGEST) return null;
  const joined = text.replace(/(?<=[-=]) (?=>)|(?<=<) (?=[-=])/g, '');
  const found = [...joined.matchAll(foreignArrow)].flatMap((match) => readAt(joined, match) ?? []);
  const isKnown = ({ from, to }: Ends): boolean => [from, to].every((end) => known.has(end) || /^[[\]]$/.test(end));
  const read = found.find(isKnown) ?? found.find(({ isClear }) => isClear);
  if (!read) return null;
  const next = readArrow(read.to, known);
  if (!next) return toMessage(read);
  // A redirect through a browser; other chains are no message.
  const [, middle = '', last = ''] = /^(.+) -> (.+)$/s.exec(next.draft.first[0]) ?? [];
  const isRedirect = read.line === '-->' && middle !== '' && !next.draft.more?.length;
  return isRedirect ? { draft: draft(`${read.from} --> ${middle} -> ${last}`, null), isSafe: read.isSafe } : null;
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly line: '->' | '-->';
  readonly head: 'filled' | 'open' | 'cross' | 'async' | 'both';
  readonly more: readonly DraftEntry[];
  readonly mark: '' | '+' | '-';
  /** Whether this can only be an arrow: an id may contain `-x`. */
  readonly isClear: boolean;
  readonly isSafe: boolean;
}

function readAt(text: string, match: RegExpExecArray): Ends | null {
  const { left: start = '', shaft: middle = '', right: end = '', sign = '' } = match.groups ?? {};
  const before = text.slice(0, match.index).trim();
  const after = readAfter(text.slice(match.index + match[0].length).trim());
  const pointsLeft = /^[<xo\\/]/.test(start) || /^[←⟵⇐⇠⤎↔⟷⇔]/.test(sign);
  const pointsRight = end !== '' || /^[→⟶➔➜➝⇒⇨⇢⤏↔⟷⇔]/.test(sign);
  if (/^[\])}]/.test(after.to) && after.to !== ']') return null;
  const isReversed = pointsLeft && !pointsRight;
  const [here, there] = [nameOf(before), nameOf(after.to)];
  const [from, to] = isReversed ? [there, here] : [here, there];
  if (from === '' && to === '') return null;
  const isDotted = /^(?:-\.-|--|\.\.|.*\]-$|——|––)/.test(middle) || /^[⇢⤏⇠⤎]/.test(sign);
  const isBare = start === '' && end === '' && sign === '';
  const isSpaced = /\s$/.test(text.slice(0, match.index)) && /^\s/.test(text.slice(match.index + match[0].length));
  return {
    from: from === '' ? '[' : from,
    to: to === '' ? ']' : to,
    line: isDotted && !isBare ? '-->' : '->',
    head: pointsLeft && pointsRight ? 'both' : headOf(isReversed ? start : end, isBare),
    more: after.more,
    mark: after.mark,
    isClear: /[<>]/.test(start + end) || sign !== '' || (isSpaced && (!isBare || middle === '--')),
    isSafe:
      !isBare && /^[<>x)]*$/.test(start + end) && /^(?:-{1,2}|)$/.test(middle) && before !== '' && after.to !== '',
  };
}

function headOf(end: string, isBare: boolean): Ends['head'] {
  if (isBare) return 'open';
  if (end.includes('x')) return 'cross';
  return /[)\\/]/.test(end) ? 'async' : 'filled';
}

/** Activations stand before the receiver in Mermaid, and after it in PlantUML. */
function readAfter(text: string): { to: string; mark: '' | '+' | '-'; more: readonly DraftEntry[] } {
  const before = /^[+-]/.test(text) ? text.charAt(0) : '';
  const name = withoutMarks(text.slice(before.length));
  const after = text.slice(before.length + name.length);
  const to = name.trim();
  const mark = before === '+' || after.includes('++') ? '+' : before === '-' || after.includes('--') ? '-' : '';
  return {
    to,
    mark,
    more: [
      ...(after.includes('**') ? [['create', true] as const] : []),
      ...(after.includes('!!') ? [['destroy', nameOf(to)] as const] : []),
    ],
  };
}

/** Marks of PlantUML behind a name: `B ++ #gold`. */
function withoutMarks(text: string): string {
  let name = text;
  for (;;) {
    const colour = name.lastIndexOf('#');
    if (/(?:\+\+|--|\*\*|!!)$/.test(name.slice(-2))) name = name.slice(0, -2).trimEnd();
    else if (/\s/.test(name.charAt(colour - 1)) && /^#\w+$/.test(name.slice(colour)))
      name = name.slice(0, colour).trimEnd();
    else return name;
  }
}

/** PlantUML quotes names with blanks, and writes `[` and `]` for the border of the diagram. */
function nameOf(end: string): string {
  const name = end.replace(/^(["'])(.*)\1$/, '$2').trim();
  return /^[?[\]]$/.test(name) ? '' : name;
}

function toMessage({ from, to, line, head, mark, more, isSafe }: Ends): ForeignMessage {
  const headEntry: readonly DraftEntry[] = head === 'filled' ? [] : [['head', head]];
  return { draft: draft(`${from} ${line}${mark} ${to}`, null, ...headEntry, ...more), isSafe };
}
