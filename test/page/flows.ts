/** Flows built by hand, for the page's tests. */
import type { Flow, Participant, Variable } from '../../src/model/flow.js';
import { buildFlow, buildMessage, buildParticipant, buildRequest, buildResponse, span } from '../builders/flow.js';
import { emptyText } from '../../src/source/filled-text.js';
import type { Text, TextPart } from '../../src/source/filled-text.js';
import type { Exchange, Message } from '../../src/model/step.js';
import type { Field, Json, Request, Response } from '../../src/model/http.js';
import type { Page, PageSection } from '../../src/model/page.js';

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
  Source | number | bigint | boolean | null | readonly JsonSource[] | { readonly [name: string]: JsonSource };

export function json(source: JsonSource): Json {
  if (typeof source === 'string') return { kind: 'string', text: fill(source) };
  if (typeof source !== 'object' || source === null) {
    const value = typeof source === 'bigint' ? Number(source) : source;
    return { kind: 'literal', value, text: literalText(String(source)) };
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
  return buildRequest({ method, url: text, path: text.plain.replace(/^https?:\/\/[^/]*/, ''), ...data });
}

export const response = (status: number | null, data: Partial<Response> = {}): Response =>
  buildResponse({ status, ...data });

export const message = (from: string, to: string, text: string, data: Partial<Message> = {}): Message =>
  buildMessage(from, to, { text: fill(text), ...data });

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

export const participant = (id: string, kind: Participant['kind']): Participant =>
  buildParticipant(id, { label: fill(id), kind });

export const flow = (data: Partial<Flow> = {}): Flow => buildFlow({ id: 'example', title: fill('Example'), ...data });

/** One text in each place that takes one. */
export function everywhere(text: Text): Flow {
  const sent = exchange(
    'x',
    request('POST', 'https://as.example.com/token', { form: fields({ a: literalText(text.plain) }) }),
    {
      threats: [{ title: text, stride: 'S', mitigation: text, source: text }],
    },
  );
  const parameter = { name: text.plain, level: 'REQUIRED' as const, description: text, source: text };
  const inner = section('x', {
    title: text,
    text,
    bullets: [text, text],
    steps: [text, text],
    table: { columns: [text, text], rows: [[text, text], [text]] },
    code: { language: 'json', text },
  });
  return flow({
    title: text,
    summary: text,
    specs: [
      { name: text.plain, url: '' },
      { name: text.plain, url: `https://example.com/${text.plain}` },
    ],
    variables: [{ ...variable('A', ''), description: text, value: text.plain }, variable('B', '')],
    steps: [sent],
    page: page({
      whenToUse: [text, text],
      whenNotToUse: [text],
      prerequisites: [text, text],
      samples: [{ ...sample(sent), title: text, requestParameters: [parameter] }],
      code: [sent],
      sections: [{ ...inner, sections: [inner] }],
      securityConsiderations: [text],
      limitations: [text],
    }),
  });
}

export const hostileProse = [
  '<br>',
  '<name> and {name} and </div>',
  '<!-- comment --> <?php ?> <![CDATA[x]]>',
  '{',
  '}',
  '\\{ \\< \\\\{ \\\\\\<',
  '`code with <b> and {x}`',
  '`` ` ``',
  '```',
  '``` not a fence',
  '~~~',
  '`unclosed <b> {x}',
  '\\`<b>\\`',
  '# heading',
  '#',
  '###### six',
  'C#',
  'closing #',
  '- item',
  '-',
  '+ item',
  '* item',
  '1. item',
  '1) item',
  '12345678901. no item',
  '> quote',
  '---',
  '***',
  '* * *',
  '_ _ _',
  '===',
  'a\n---',
  'a\n===',
  'a\n# b',
  'a\n- b',
  '| a | b |',
  'a | b\n--- | ---\nc | d',
  '`a|b` \\| c',
  '`a\\|b`',
  '`\\`|`',
  '\\\\|',
  '[ref]: https://example.com',
  '[^1]: note',
  '[link](<https://example.com/a b>)',
  '[link](https://example.com/{id}<x>)',
  '<https://example.com/?a={b}>',
  '![image](https://example.com/x.png "title {x}")',
  '**bold** and *em*',
  'import x from "y"',
  'export const x = 1',
  'export default',
  'import',
  ':::note',
  '$a$ $$b$$',
  '&lt; &amp; &#123; &',
  '    indented',
  '\tindented',
  'trailing\\',
  'two  \nlines',
  '\ufeffmark',
  '\u2028 \u0085 \u00a0',
  'https://example.com/{id} www.example.com',
  '[ ] task',
];
