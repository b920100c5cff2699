/** Keys that authors of other notations look for, by the mapping in which they stand. */
import { participantKinds, participantShapes } from '../../model/index.js';
import type { DraftEntry } from './draft.js';
import { participantKindWords } from './values.js';

/** What stands in place of a key. `other`: the key of another mapping beside its own, such as another participant's id. */
export type KeyHabit =
  /** The same under another name. */
  | { readonly to: string; readonly isSafe?: boolean }
  /** An entry made of its value. */
  | { readonly write: (value: string) => DraftEntry; readonly lead?: string; readonly isSafe?: boolean }
  /** Something that stands elsewhere, or is not needed. */
  | { readonly lead: string; readonly lines?: (value: string, other: string) => readonly string[] }
  /** A step of its own, before this one. */
  | { readonly before: (value: string) => DraftEntry; readonly lead: string }
  /** By its value; null where the value says nothing. */
  | { readonly choose: (value: string) => KeyHabit | null }
  /** The message happens only if the value is true. */
  | { readonly condition: (value: string) => string };

export type Keys = Readonly<Record<string, KeyHabit>>;

const same = (to: string): KeyHabit => ({ to, isSafe: true });
const maybe = (to: string): KeyHabit => ({ to });

/** `tone` says what a colour means, and themes say the colour. */
function toneOf(color: string): string {
  if (/red|crimson|tomato|maroon|danger|error|^#?[ef][0-9a-f]0?0?/i.test(color)) return 'danger';
  if (/green|lime|success|ok/i.test(color)) return 'success';
  return /gr[ae]y|silver|muted|light|faint/i.test(color) ? 'muted' : 'accent';
}

const tone: KeyHabit = { write: (color) => ['tone', toneOf(color)], lead: 'colours have meanings; write' };
const accent: KeyHabit = { write: () => ['tone', 'accent'] };
const tones: Keys = {
  color: tone,
  colour: tone,
  style: tone,
  class: tone,
  fill: tone,
  bold: accent,
  italic: accent,
  emphasis: accent,
};

/** A part of a request or response; a block of several lines is only shown. */
const within = (part: 'request' | 'response', key: string): KeyHabit => ({
  choose: (value) => {
    const lead = `this is a part of the ${part}; write`;
    if (value.startsWith('{') || !/:\s/.test(value)) return { write: () => [part, `{ ${key}: ${value} }`], lead };
    return { lead, lines: () => [`${part}: { ${key}: { … } }`] };
  },
});

export const messageKeys: Keys = {
  ...tones,
  sender: same('from'),
  source: maybe('from'),
  receiver: same('to'),
  recipient: same('to'),
  target: maybe('to'),
  label: same('text'),
  message: same('text'),
  msg: same('text'),
  title: maybe('text'),
  name: maybe('text'),
  description: maybe('note'),
  desc: maybe('note'),
  comment: same('note'),
  notes: same('note'),
  remark: same('note'),
  link: { write: (address) => ['note', address], lead: 'a message has no link, but a note can have it; write' },
  href: { write: (address) => ['note', address], lead: 'a message has no link, but a note can have it; write' },
  async: { write: () => ['head', 'async'], isSafe: true },
  bidirectional: { write: () => ['head', 'both'], isSafe: true },
  dashed: { write: () => ['line', 'dotted'], isSafe: true },
  dotted: { write: () => ['line', 'dotted'], isSafe: true },
  arrow: maybe('head'),
  return: { write: () => ['reply', true] },
  response_to: same('replyTo'),
  inReplyTo: same('replyTo'),
  if: { condition: (value) => value },
  when: { condition: (value) => value },
  condition: { condition: (value) => value },
  guard: { condition: (value) => value },
  optional: { condition: () => 'if needed' },
  delay: { lead: 'a delay is a step of its own; write before the message', lines: (value) => [`- delay: ${value}`] },
  wait: { lead: 'a delay is a step of its own; write before the message', lines: (value) => [`- delay: ${value}`] },
  number: {
    before: (number) => ['numbering', `{ start: ${/\d{1,5}/.exec(number)?.[0] ?? '1'} }`],
    lead: 'numbers follow the order; write before the message',
  },
  icon: { lead: 'an icon is an emoji in the text; write', lines: () => ['text: 🔑 Sign in'] },
  method: within('request', 'method'),
  url: within('request', 'url'),
  query: within('request', 'query'),
  headers: within('request', 'headers'),
  form: within('request', 'form'),
  params: within('request', 'query'),
  body: within('request', 'json'),
  json: within('request', 'json'),
  status: within('response', 'status'),
  location: within('response', 'location'),
};

export const noteKeys: Keys = {
  ...tones,
  on: maybe('over'),
  at: maybe('over'),
  of: maybe('over'),
  participant: same('over'),
  participants: same('over'),
  actors: same('over'),
  across: same('over'),
  left: same('leftOf'),
  right: same('rightOf'),
};

const boxOfColor: KeyHabit = {
  lead: 'a box around it has the colour: add it to "boxes", and name it here',
  lines: (color) => ['boxes:', `  colored: { color: ${JSON.stringify(color)} }`, '# … and here:', 'box: colored'],
};

/** Shapes and roles have keys of their own. */
function typeHabit(value: string): KeyHabit {
  const shape = participantShapes.find((one) => one === value);
  if (shape) return { write: () => ['shape', shape], isSafe: true };
  const kind = participantKinds.find((one) => one === value);
  const meant = kind ?? participantKindWords[value]?.value ?? 'other';
  return { write: () => ['kind', meant], isSafe: kind !== undefined };
}

export const participantKeys: Keys = {
  name: same('label'),
  title: same('label'),
  text: same('label'),
  display: same('label'),
  displayName: same('label'),
  role: same('kind'),
  group: same('box'),
  parent: same('box'),
  in: same('box'),
  icon: { lead: 'an icon is an emoji in the label; write', lines: () => ['label: 🖥️ Client'] },
  image: { lead: 'an icon is an emoji in the label; write', lines: () => ['label: 🖥️ Client'] },
  color: boxOfColor,
  colour: boxOfColor,
  background: boxOfColor,
  type: { choose: typeHabit },
  order: {
    lead: 'they are drawn in the order of this list; to place one otherwise, write',
    lines: (_, other) => [`after: ${other}`],
  },
  link: { write: (address) => ['links', `{ Website: ${JSON.stringify(address)} }`] },
  href: { write: (address) => ['links', `{ Website: ${JSON.stringify(address)} }`] },
  baseUrl: same('url'),
  redirect_uri: same('redirectUris'),
  redirectUri: same('redirectUris'),
};

export const boxKeys: Keys = {
  label: same('title'),
  name: same('title'),
  colour: same('color'),
  background: maybe('color'),
  box: { lead: 'boxes do not nest, and a participant is in one box; remove this key', lines: () => [] },
  parent: { lead: 'boxes do not nest, and a participant is in one box; remove this key', lines: () => [] },
  icon: { lead: 'an icon is an emoji in the title; write', lines: () => ['title: ☁️ Cloud'] },
  participants: { lead: 'participants name their box; write on each of them', lines: () => ['box: client'] },
  members: { lead: 'participants name their box; write on each of them', lines: () => ['box: client'] },
};

const asNote: KeyHabit = {
  lead: 'a text under the diagram is a note; write as the last step',
  lines: (value, other) => [
    `- note: ${(/^\[.*\]$/s.test(value) ? value.slice(1, -1).trim() : value) || 'as said'}`,
    `  over: ${other}`,
  ],
};

export const flowKeys: Keys = {
  name: same('title'),
  description: same('summary'),
  desc: same('summary'),
  subtitle: maybe('summary'),
  caption: maybe('summary'),
  header: maybe('summary'),
  footer: maybe('summary'),
  actors: same('participants'),
  lifelines: same('participants'),
  objects: maybe('participants'),
  nodes: maybe('participants'),
  messages: same('steps'),
  sequence: same('steps'),
  interactions: same('steps'),
  events: maybe('steps'),
  edges: maybe('steps'),
  groups: same('boxes'),
  vars: same('variables'),
  imports: same('include'),
  includes: same('include'),
  legend: asNote,
  footnotes: asNote,
  autonumber: { write: (value) => ['numbering', /^(?:false|off|no|0)$/i.test(value) ? 'none' : 'badge'], isSafe: true },
  style: maybe('theme'),
  skinparam: { lead: 'colours are a theme', lines: () => ['theme: light'] },
  direction: { lead: 'a sequence runs from top to bottom: remove this key', lines: () => [] },
};

export const fragmentKeys: Keys = {
  ...tones,
  every: same('interval'),
  delay: maybe('interval'),
  body: same('steps'),
  do: same('steps'),
  then: same('steps'),
  messages: same('steps'),
  times: { lead: 'the label says it; write', lines: (value) => [`loop: ${value} times`] },
  count: { lead: 'the label says it; write', lines: (value) => [`loop: ${value} times`] },
  until: { lead: 'the label says it; write', lines: (value) => [`loop: until ${value}`] },
  while: { lead: 'the label says it; write', lines: (value) => [`loop: while ${value}`] },
};

export const regionKeys: Keys = {
  ...fragmentKeys,
  label: { lead: 'a frame with a label is a group; write in place of "rect"', lines: (value) => [`group: ${value}`] },
  title: { lead: 'a frame with a label is a group; write in place of "rect"', lines: (value) => [`group: ${value}`] },
};

/** Keys of fragments in other languages. */
export const fragmentNames: Readonly<Record<string, string>> = {
  if: 'opt',
  when: 'opt',
  optional: 'opt',
  while: 'loop',
  repeat: 'loop',
  for: 'loop',
  until: 'loop',
  parallel: 'par',
  concurrent: 'par',
  either: 'alt',
  choice: 'alt',
  switch: 'alt',
  alternative: 'alt',
  alternatives: 'alt',
  region: 'rect',
  frame: 'group',
};
