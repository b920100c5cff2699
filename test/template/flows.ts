/** Flows for the tests of words, made without the parser. */
import type { Flow, Participant } from '../../src/model/flow.js';
import type { Span } from '../../src/source/source.js';
import { emptyText, textOf } from '../../src/source/filled-text.js';
import type { Field, Json, Request, Response } from '../../src/model/http.js';
import type {
  ActivationChange,
  Fragment,
  Highlight,
  Message,
  Note,
  NoteBody,
  Numbering,
  NumberingChange,
  Step,
} from '../../src/model/step.js';

const span: Span = { source: { path: 'test.yaml', text: '' }, start: 0, end: 0 };
const base = { id: '', isNamed: false, phase: null, threats: [], inText: true, span };

export const numbered = (show: { badge?: boolean; label?: boolean }, start = 1, step = 1): Numbering => ({
  badge: show.badge ?? false,
  label: show.label ?? false,
  start,
  step,
});

export const participant = (id: string, label: string, more: Partial<Participant> = {}): Participant => ({
  id,
  label: textOf(label),
  kind: 'other',
  shape: 'participant',
  url: null,
  platform: null,
  confidential: false,
  redirectUris: [],
  links: [],
  asciiLabel: null,
  span,
  ...more,
});

export const flow = (steps: readonly Step[], more: Partial<Flow> = {}): Flow => ({
  id: 'test',
  title: textOf('Test flow'),
  heading: false,
  summary: emptyText,
  family: emptyText,
  specs: [],
  status: 'current',
  profile: [],
  issuer: null,
  variables: [],
  theme: { preset: 'host', dark: null, presetSpan: null, corners: null, variables: [], pages: 'both', legend: false },
  numbering: numbered({ badge: true }),
  channels: 'marks',
  mermaidTarget: null,
  participants: [participant('C', 'Client\n(backend)'), participant('AS', 'Authorization server')],
  boxes: [],
  steps,
  ascii: { style: 'full', boxes: true, self: 'loop', emoji: 'drop', width: null },
  page: null,
  lint: { allowances: [], sessionCookies: [], csrfCookies: [], assertionLifetime: null },
  span,
  ...more,
});

export const message = (text: string, more: Partial<Message> = {}): Message => ({
  ...base,
  kind: 'message',
  from: 'C',
  to: 'AS',
  text: textOf(text),
  asciiText: null,
  arrow: { line: 'solid', head: 'filled', both: false },
  isReply: false,
  replyTo: '',
  channel: 'back',
  redirectLeg: null,
  request: null,
  response: null,
  jwts: [],
  saml: null,
  activate: false,
  deactivate: false,
  create: false,
  destroy: '',
  notes: [],
  ...more,
});

export const note = (body: string | NoteBody, more: Partial<Note> = {}): Note => ({
  ...base,
  kind: 'note',
  placement: 'over',
  participants: ['C'],
  body: typeof body === 'string' ? { kind: 'text', text: textOf(body) } : body,
  asciiText: null,
  ...more,
});

export const fragment = (
  type: Fragment['type'],
  branches: readonly (readonly [label: string, ...steps: Step[]])[],
  more: Partial<Fragment> = {},
): Fragment => ({
  ...base,
  kind: 'fragment',
  type,
  branches: branches.map(([label, ...steps]) => ({ label: textOf(label), steps })),
  interval: null,
  ...more,
});

export const highlight = (...steps: Step[]): Highlight => ({ ...base, kind: 'highlight', color: null, steps });

export const activation = (participant: string, active: boolean): ActivationChange => ({
  ...base,
  kind: 'activation',
  participant,
  active,
});

export const numbering = (to: Numbering): NumberingChange => ({ ...base, kind: 'numbering', numbering: to });

const field = (name: string, ...values: string[]): Field => ({
  name,
  values: values.map((value) => textOf(value)),
  span,
});

export const fields = (values: Readonly<Record<string, string | string[]>>): Field[] =>
  Object.entries(values).map(([name, value]) => field(name, ...[value].flat()));

export const request = (more: Partial<Request>): Request => ({
  method: 'POST',
  url: textOf('https://as.example.com/token'),
  path: '/token',
  query: [],
  headers: [],
  form: [],
  json: null,
  tls: { clientCert: false, bindOnly: false },
  ...more,
});

export const response = (more: Partial<Response>): Response => ({
  status: null,
  headers: [],
  location: null,
  params: [],
  json: null,
  ...more,
});

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** `written`: how the author spelled a number, by its value. */
export function json(value: Plain, written: Readonly<Record<string, string>> = {}): Json {
  if (typeof value === 'string') return { kind: 'string', text: textOf(value) };
  if (value === null || typeof value !== 'object') {
    return { kind: 'literal', value, text: textOf(written[String(value)] ?? String(value)) };
  }
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item: Plain) => json(item, written)) };
  const members = Object.entries(value).map(([name, member]) => ({ name, value: json(member, written) }));
  return { kind: 'object', members };
}
