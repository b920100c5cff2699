/** Builds structured data: requests, responses, JWTs, SAML. */
import { statusIn } from '../model/index.js';
import type { Field, Json, Message, Participant, Request, Response, SamlData } from '../model/index.js';
import { joinText, sliceText } from '../source/index.js';
import type { Text } from '../source/index.js';
import type { Node, Scalar, Step } from '../syntax/index.js';
import type { Fill } from './assemble-base.js';

export type MessageShape = Extract<Step, { from: Scalar }>;
type RequestShape = NonNullable<MessageShape['request']>;
type FieldsShape = NonNullable<RequestShape['form']>;

const requestLine = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\S+)/;
export const absoluteUrl = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** Takes what the request leaves out from the message's text: `POST /token`. */
export function assembleRequest(
  request: RequestShape,
  text: Text,
  receiver: Participant | undefined,
  fill: Fill,
): Request {
  const [line, method, target] = requestLine.exec(text.plain) ?? [];
  const said =
    line === undefined || target === undefined ? null : sliceText(text, line.length - target.length, line.length);
  const url = request.url ? fill(request.url) : said;
  const hasBody = request.form !== undefined || request.json !== undefined;
  return {
    method: request.method?.value.toUpperCase() ?? method ?? (hasBody ? 'POST' : 'GET'),
    url: url && absoluteTo(url, receiver),
    path: url ? pathOf(url.plain) : '',
    query: assembleFields(request.query, fill),
    headers: assembleFields(request.headers, fill),
    form: assembleFields(request.form, fill),
    json: request.json ? assembleJson(request.json.node, fill) : null,
    tls: assembleTls(request.tls),
  };
}

export const assembleTls = (tls: RequestShape['tls']): Request['tls'] => ({
  clientCert: tls?.clientCert?.value ?? false,
  bindOnly: tls?.bindOnly?.value ?? false,
});

/** Resolves a path against the receiver's url. */
export function absoluteTo(url: Text, receiver: Participant | undefined): Text {
  // A URL that starts with a placeholder is complete: the placeholder is the base.
  const [first] = url.parts;
  const isWhole = absoluteUrl.test(url.plain) || (first?.kind === 'variable' && !first.hasValue);
  if (!receiver?.url || isWhole) return url;
  const base = receiver.url.plain.replace(/\/$/, '');
  const whole = joinText(sliceText(receiver.url, 0, base.length), url.plain.startsWith('/') ? '' : '/', url);
  return { ...whole, span: url.span };
}

/** `/token` of `https://as.example.com/token?x`; a custom scheme's URL is its own path. */
export function pathOf(url: string): string {
  const withoutHost = url
    .replace(/^https?:\/\/[^/?#]*/i, '')
    .split(/[?#]/, 1)
    .join('');
  return withoutHost === '' ? '/' : withoutHost;
}

/** Where no status is given, takes the number at the start of the message's text. */
export function assembleResponse(response: NonNullable<MessageShape['response']>, text: Text, fill: Fill): Response {
  return {
    status: response.status?.value ?? statusIn(text),
    headers: assembleFields(response.headers, fill),
    location: response.location ? fill(response.location) : null,
    params: assembleFields(response.params, fill),
    json: response.json ? assembleJson(response.json.node, fill) : null,
  };
}

export function assembleFields(fields: FieldsShape | undefined, fill: Fill): readonly Field[] {
  return (fields ?? []).map(({ key, value }) => ({ name: key.value, values: value.map(fill), span: key.span }));
}

export function assembleJson(node: Node, fill: Fill): Json {
  if (node.kind === 'list') return { kind: 'array', items: node.items.map((item) => assembleJson(item, fill)) };
  if (node.kind === 'map') {
    return {
      kind: 'object',
      members: node.entries.map(({ key, value }) => ({ name: key.text, value: assembleJson(value, fill) })),
    };
  }
  const { value, span } = node;
  const text = fill({ value: node.text, text: node.text, span });
  return typeof value === 'string' ? { kind: 'string', text } : { kind: 'literal', value, text };
}

export function assembleJwts(jwts: MessageShape['jwts'], fill: Fill): Message['jwts'] {
  return (jwts ?? []).map(({ key, value }) => ({
    name: key.value,
    header: value.header ? assembleJson(value.header.node, fill) : null,
    claims: value.claims ? assembleJson(value.claims.node, fill) : null,
  }));
}

export function assembleSaml(saml: NonNullable<MessageShape['saml']>, fill: Fill): SamlData {
  const optional = (scalar: Scalar | undefined) => (scalar ? fill(scalar) : null);
  return {
    id: optional(saml.id),
    inResponseTo: optional(saml.inResponseTo),
    signed: saml.signed ? ![false, 'none'].includes(saml.signed.value) : null,
    audience: optional(saml.audience),
    recipient: optional(saml.recipient),
    notOnOrAfter: optional(saml.notOnOrAfter),
  };
}
