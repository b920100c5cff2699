/** Reads one line of Mermaid or PlantUML, or a key that its authors expect, as a step. */
import { cutEnds } from '../../source/index.js';
import { readArrow } from './arrows.js';
import { draft } from './draft.js';
import type { Draft } from './draft.js';

/** What a line means in authflow. */
export type Meaning =
  | {
      readonly kind: 'step';
      readonly draft: Draft;
      readonly isSafe: boolean;
      readonly lead?: string;
      /** What later stages see, where the draft names something that is not known yet. */
      readonly seen?: Draft;
    }
  /** A phase begins with the next step. */
  | { readonly kind: 'phase'; readonly title: string }
  /** The line is not needed. */
  | { readonly kind: 'nothing'; readonly lead: string; readonly isSafe: boolean }
  /** It belongs to another part of the file, which `lines` show. */
  | {
      readonly kind: 'elsewhere';
      readonly lead: string;
      readonly lines: readonly string[];
      readonly participant?: string;
    };

export interface Around {
  /** The ids of participants, in order. */
  readonly known: ReadonlySet<string>;
  /** The ends of the message before. */
  readonly before: { readonly from: string; readonly to: string } | null;
}

/** `head`: a key, or a line without what follows its colon. `text`: what follows it; null where an author wrote no plain text. */
type Reader = (head: string, text: string | null, around: Around) => Meaning | null;

const step = (made: Draft, isSafe = true): Meaning => ({ kind: 'step', draft: made, isSafe });
const nothing = (lead: string, isSafe = true): Meaning => ({ kind: 'nothing', lead, isSafe });

const readMessage: Reader = (head, _, { known }) => {
  const read = readArrow(head, known);
  return read && step(read.draft, read.isSafe);
};

const readNote: Reader = (head, text, { known, before }) => {
  const [, place = '', names = ''] = /^(?:[hr]?note)\s+(over|across|left|right)\b(?:\s+of\b)?(.*)$/is.exec(head) ?? [];
  if (place === '') return null;
  const ids = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const side = place.toLowerCase();
  if (side === 'left' || side === 'right') {
    const beside = ids[0] ?? (side === 'left' ? before?.from : before?.to) ?? [...known][0];
    return beside === undefined ? null : step(draft('note', text, [`${side}Of`, beside]), ids.length > 0);
  }
  const over = side === 'across' ? [[...known][0], [...known].at(-1)].filter((id) => id !== undefined) : ids;
  const [first] = over;
  return first === undefined ? null : step(draft('note', text, ['over', over.length > 1 ? over : first]));
};

const readReference: Reader = (head, text) => {
  const [, names = ''] = /^ref\s+over\s(.+)$/is.exec(head) ?? [];
  if (names === '') return null;
  const over = names.split(',').map((name) => name.trim());
  const flow = slug(text ?? '') || 'other-flow';
  const place = ['over', over.length > 1 ? over : (over[0] ?? '')] as const;
  const made = draft('ref', flow, place, ...(text ? [['text', text] as const] : []));
  return {
    kind: 'step',
    draft: made,
    isSafe: false,
    lead: 'name the flow by its id, or write a note',
    seen: draft('note', text ?? flow, place),
  };
};

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const readLife: Reader = (head, text, { before }) => {
  const [, verb = '', name = ''] =
    /^(activate|deactivate|destroy|create)\s(?:participant\s|actor\s)?(.+)$/is.exec(head) ?? [];
  const lower = verb.toLowerCase();
  if (lower === 'activate' || lower === 'deactivate') return step(draft(lower, name.trim()));
  const isBare = name === '' && text !== null && /^(?:destroy|create)$/i.test(head);
  const id = isBare
    ? text
    : name
        .split(/\sas\s/i, 1)
        .join('')
        .trim();
  const life = lower === '' ? head.toLowerCase() : lower;
  if (id === '') return null;
  const isLast = life === 'destroy';
  const [from, to] = isLast && before ? [before.from, before.to] : [before?.from ?? 'A', id];
  const line = isLast ? `  destroy: ${id}` : '  create: true';
  return {
    kind: 'elsewhere',
    lead: isLast ? 'write "destroy" on the last message to or from it' : 'write "create" on the first message to it',
    lines: [`- ${from} -> ${to}: …`, line],
  };
};

const kinds = 'participant|actor|boundary|control|entity|database|collections|queue';
const readParticipant: Reader = (head, text) => {
  const [, kind = '', rest = ''] = new RegExp(`^(${kinds})(\\s.*)?$`, 'is').exec(head) ?? [];
  if (kind === '') return null;
  const declared = rest.trim() === '' ? (text ?? '') : rest.trim();
  const plain = declared
    .split('@{', 1)
    .join('')
    .replace(/<<[^<>]*>>|\border\s+\d+|\s#\w+$/g, '')
    .trim();
  // Mermaid writes `id as label`, and PlantUML `"label" as id`.
  const [first = plain, ...behind] = plain.split(/(\sas\s)/i);
  const [one, other] = [first.trim(), behind.slice(1).join('').trim()];
  const [id, label] = /^["']/.test(one) && other !== '' ? [other, one] : [one, other];
  if (id === '') return null;
  const shape = kind.toLowerCase() === 'participant' ? '' : kind.toLowerCase();
  const [name, shown] = [unquote(id), unquote(label)];
  const made =
    shape === '' ? [shown || name] : [`{ ${shown === '' ? '' : `label: ${JSON.stringify(shown)}, `}shape: ${shape} }`];
  return {
    kind: 'elsewhere',
    lead: 'participants stand in a list of their own, above "steps"',
    lines: [
      'participants:',
      `  ${name}: ${shape === '' ? JSON.stringify(made[0]).replace(/^"([\p{L}\d ]+)"$/u, '$1') : (made[0] ?? '')}`,
    ],
    participant: name,
  };
};

const unquote = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');

const readTitle: Reader = (head, text) => {
  const [, word = '', rest = ''] = /^(title|header|caption|footer|mainframe|legend)\b(.*)$/is.exec(head) ?? [];
  const said = rest.trim() === '' ? text : rest.trim();
  if (word === '' || said === null || said === '') return null;
  const isTitle = /^(?:title|mainframe)$/i.test(word);
  return {
    kind: 'elsewhere',
    lead: isTitle
      ? 'the title stands at the top of the file'
      : 'a sentence about the flow stands at the top of the file',
    lines: [`${isTitle ? 'title' : 'summary'}: ${/^[\p{L}\d][\p{L}\d ]*$/u.test(said) ? said : JSON.stringify(said)}`],
  };
};

const readNumbers: Reader = (head, text) => {
  const [, rest = ''] = /^autonumber\b(.*)$/is.exec(head) ?? [];
  if (!/^autonumber\b/i.test(head)) return null;
  const said = `${rest} ${text ?? ''}`.trim();
  if (/^(?:off|stop|false|none)/i.test(said)) return step(draft('numbering', 'none'));
  const [start] = /\d+/.exec(said) ?? [];
  if (start === undefined) return nothing('messages are numbered by themselves; remove this line');
  return { kind: 'elsewhere', lead: 'write', lines: [`- numbering: { start: ${start} }`] };
};

const readRule: Reader = (head, text) => {
  const isRule = head.startsWith('==') && head.endsWith('==');
  const title = isRule ? cutEnds(head, '=').trim() : '';
  if (title !== '') return { kind: 'phase', title };
  const isDivider = /^(?:divider|section|separator|phase|chapter|newpage)$/i.test(head);
  if (isDivider && text) return { kind: 'phase', title: text };
  return /^(?:={2,}|-{3,}|newpage|divider|separator)$/i.test(head)
    ? nothing('a phase needs a title: write "phase: …" on its first step', false)
    : null;
};

const readDelay: Reader = (head, text) => {
  const [dots] = /^(?:\.{3}|…)/.exec(head) ?? [];
  if (dots !== undefined) {
    const said = head
      .slice(dots.length)
      .replace(/(?:\.{3}|…)$/, '')
      .trim();
    return waitFor(said === '' ? (text ?? '') : said);
  }
  const isWait = /^(?:wait|pause|sleep|time ?out)$/i.test(head);
  return isWait && text ? step(draft('delay', text), false) : null;
};

const waitFor = (time: string): Meaning => step(draft('delay', time === '' ? 'time passes' : time), time !== '');

const readSpace: Reader = (head) =>
  /^(?:\|\|\d*\|\|?|\|{3}|space|spacer)$/i.test(head)
    ? nothing('rows keep their distance by themselves; remove this line')
    : null;

const readState: Reader = (head, text) =>
  /^(?:state|text|comment|info|remark|box over|[hr]note)$/i.test(head) && text !== null
    ? step(draft('note', null), false)
    : null;

const readReturn: Reader = (head, text, { before }) => {
  const [, said = ''] = /^return\b(.*)$/is.exec(head) ?? [];
  if (!/^return\b/i.test(head) || !before) return null;
  return step(draft(`${before.to} --> ${before.from}`, said.trim() === '' ? (text ?? '') : said.trim()), false);
};

const readOther: Reader = (head) => {
  if (/^(?:@(?:start|end)uml|sequenceDiagram|%%|'|!\w|\/')/.test(head)) {
    return nothing('a flow file needs no such line; a comment begins with "#"', false);
  }
  return /^(?:skinparam|hide|show|links?|properties|details|accTitle|accDescr)\b/i.test(head) && head.includes(' ')
    ? nothing('this has no place among the steps; see "theme", and "links" of participants', false)
    : null;
};

const readers: readonly Reader[] = [
  readNote,
  readReference,
  readLife,
  readParticipant,
  readTitle,
  readNumbers,
  readRule,
  readDelay,
  readSpace,
  readReturn,
  readState,
  readMessage,
  readOther,
];

/** Null for what no other notation knows. */
export function meaningOf(head: string, text: string | null, around: Around): Meaning | null {
  for (const read of readers) {
    const meaning = read(head.trim(), text, around);
    if (meaning) return meaning;
  }
  return null;
}
