/** Flows built by hand, for the page's tests. */
import type { Flow, Participant, Variable } from '../../src/model/flow.js';
import { emptyText } from '../../src/source/filled-text.js';
import type { Text, TextPart } from '../../src/source/filled-text.js';
import type { Field, Json, Request, Response } from '../../src/model/http.js';
import type { Exchange, Message } from '../../src/model/step.js';
import type { Page, PageSection } from '../../src/model/page.js';

const span = { source: { path: 'flow.yaml', text: '' }, start: 0, end: 0 };

/** A text in which `${NAME}` is a placeholder, and `${NAME=value}` a variable with a value. */
export function fill(source: string): Text {
  const parts = source.split(/(\$\{\w+(?:=[^}]*)?\})/).flatMap((stretch): TextPart[] => {
    const [, name, value] = /^\$\{(\w+)(?:=([^}]*))?\}$/.exec(stretch) ?? [];
    if (name !== undefined) {
      return [{ kind: 'variable', name, text: value ?? stretch, hasValue: value !== undefined }];
    }
    return stretch === '' ? [] : [{ kind: 'literal', text: stretch }];
  });
  return { plain: parts.map((part) => part.text).join(''), parts };
}

export const literalText = (plain: string): Text => ({ plain, parts: [{ kind: 'literal', text: plain }] });

type Source = string | Text;
const toText = (source: Source): Text => (typeof source === 'string' ? fill(source) : source);

export const fields = (values: Readonly<Record<string, Source | readonly Source[]>>): Field[] =>
  Object.entries(values).map(([name, value]) => ({
    name,
    values: (Array.isArray(value) ? (value as readonly Source[]) : [value as Source]).map(toText),
    span,
  }));

export type JsonSource =
  Source | number | boolean | null | readonly JsonSource[] | { readonly [name: string]: JsonSource };

export function json(source: JsonSource): Json {
  if (typeof source === 'string') return { kind: 'string', text: fill(source) };
  if (typeof source !== 'object' || source === null) {
    return { kind: 'literal', value: source, text: literalText(String(source)) };
  }
  if (Array.isArray(source)) return { kind: 'array', items: (source as readonly JsonSource[]).map(json) };
  if ('plain' in source && 'parts' in source) return { kind: 'string', text: source as Text };
  return {
    kind: 'object',
    members: Object.entries(source as object).map(([name, value]) => ({ name, value: json(value as JsonSource) })),
  };
}

export function request(method: string, url: Source, data: Partial<Request> = {}): Request {
  const text = toText(url);
  return {
    method,
    url: text,
    path: text.plain.replace(/^https?:\/\/[^/]*/, ''),
    query: [],
    headers: [],
    form: [],
    json: null,
    tls: { clientCert: false, bindOnly: false },
    ...data,
  };
}

export const response = (status: number | null, data: Partial<Response> = {}): Response => ({
  status,
  headers: [],
  location: null,
  params: [],
  json: null,
  ...data,
});

export const message = (from: string, to: string, text: string, data: Partial<Message> = {}): Message => ({
  kind: 'message',
  id: '',
  isNamed: false,
  phase: null,
  threats: [],
  inText: true,
  span,
  from,
  to,
  text: fill(text),
  asciiText: null,
  arrow: { line: 'solid', head: 'filled', both: false },
  isReply: false,
  replyTo: '',
  channel: from === to ? 'local' : 'back',
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
  ...data,
});

export const exchange = (id: string, sent: Request, data: Partial<Message> = {}): Exchange => ({
  ...message('C', 'AS', `${sent.method} ${sent.path}`, { id, isNamed: true, ...data }),
  request: sent,
});

export const section = (title: string, data: Partial<PageSection> = {}): PageSection => ({
  title: fill(title),
  text: emptyText,
  bullets: [],
  steps: [],
  table: null,
  code: null,
  sections: [],
  ...data,
});

export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): PageSection['table'] => ({
  columns: columns.map(fill),
  rows: rows.map((row) => row.map(fill)),
});

export const page = (data: Partial<Page> = {}): Page => ({
  picture: null,
  whenToUse: [],
  whenNotToUse: [],
  prerequisites: [],
  samples: [],
  code: [],
  sections: [],
  securityConsiderations: [],
  limitations: [],
  ...data,
});

export const sample = (of: Exchange, title: string | null = null): Page['samples'][number] => ({
  message: of,
  id: of.id,
  redirect: null,
  title: title === null ? null : fill(title),
  requestParameters: [],
  responseParameters: [],
});

export const variable = (name: string, description: string, value: string | null = null): Variable => ({
  name,
  description: fill(description),
  value,
  shown: value ?? `\${${name}}`,
  span,
});

export const participant = (id: string, kind: Participant['kind']): Participant => ({
  id,
  label: fill(id),
  kind,
  shape: 'participant',
  url: null,
  platform: null,
  confidential: false,
  redirectUris: [],
  links: [],
  asciiLabel: null,
  span,
});

export const flow = (data: Partial<Flow> = {}): Flow => ({
  id: 'example',
  title: fill('Example'),
  heading: false,
  summary: emptyText,
  family: emptyText,
  specs: [],
  status: 'current',
  profile: [],
  issuer: null,
  variables: [],
  theme: { preset: 'host', dark: null, presetSpan: null, corners: null, variables: [], pages: 'both', legend: false },
  numbering: { badge: true, label: false, start: 1, step: 1 },
  channels: 'marks',
  mermaidTarget: null,
  participants: [],
  boxes: [],
  steps: [],
  ascii: { style: 'full', boxes: true, self: 'loop', emoji: 'drop', width: null },
  page: null,
  lint: { allowances: [], sessionCookies: [], csrfCookies: [], assertionLifetime: null },
  span,
  ...data,
});
