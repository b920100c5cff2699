/** A request as curl, raw HTTP, Python and Node.js all need it. */
import type { Field, Json, Request } from '../model/index.js';
import type { Text } from '../source/index.js';

/** A part of a value: known now, or looked up when the sample runs. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  /** `shown` is how HTTP shows it. */
  | { readonly kind: 'placeholder'; readonly name: string; readonly shown: string };

/** Neighbouring literals are one; an empty value has no segments. */
export type Value = readonly Segment[];

export interface Parameter {
  readonly name: string;
  readonly values: readonly Value[];
}

export interface WireRequest {
  readonly method: string;
  /** Without `query`. Empty where the flow gives none. */
  readonly url: Value;
  readonly query: readonly Parameter[];
  readonly headers: readonly Parameter[];
  readonly form: readonly Parameter[];
  readonly json: Json | null;
  readonly clientCert: boolean;
}

export const literal = (text: string): Segment => ({ kind: 'literal', text });

export const toValue = (text: Text): Value =>
  joinSegments(
    text.parts.map((part) =>
      part.kind === 'variable' && !part.hasValue
        ? { kind: 'placeholder', name: part.name, shown: part.text }
        : literal(part.text),
    ),
  );

export function joinSegments(segments: readonly Segment[]): Value {
  const value: Segment[] = [];
  for (const segment of segments) {
    const last = value.at(-1);
    if (segment.kind === 'literal' && segment.text === '') continue;
    if (segment.kind === 'literal' && last?.kind === 'literal') value.splice(-1, 1, literal(last.text + segment.text));
    else value.push(segment);
  }
  return value;
}

/** The value as diagrams and HTTP show it. */
export const shown = (value: Value): string =>
  value.map((segment) => (segment.kind === 'literal' ? segment.text : segment.shown)).join('');

const mapLiterals = (value: Value, map: (text: string) => string): Value =>
  value.map((segment) => (segment.kind === 'literal' ? literal(map(segment.text)) : segment));

export function toWire(request: Request): WireRequest {
  return {
    method: request.method,
    url: request.url ? encodeUrl(toValue(request.url)) : [],
    query: toParameters(request.query),
    headers: toHeaders(request.headers),
    form: toParameters(request.form),
    json: request.json,
    clientCert: request.tls.clientCert,
  };
}

export const toParameters = (fields: readonly Field[]): Parameter[] =>
  fields.map((field) => ({ name: field.name, values: field.values.map(toValue) }));

/** A line break would end the field (RFC 9110 §5.5), so lines are joined by a space. */
export const toHeaders = (fields: readonly Field[]): Parameter[] =>
  toParameters(fields).map((header) => ({
    name: header.name,
    values: header.values.map((value) => mapLiterals(value, (text) => text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '))),
  }));

/** Joins repeated values into one. */
export const joinValues = (values: readonly Value[], between: string): Value =>
  joinSegments(values.flatMap((value, index) => (index === 0 ? value : [literal(between), ...value])));

/** HTTP libraries send a header's text as Latin-1, so anything beyond ASCII must be passed to them as UTF-8 bytes. */
export const isAscii = (value: Value): boolean => !/[^\0-\x7f]/.test(shown(value));

const mediaTypes = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
} as const;

/** The headers with the body's Content-Type, unless the flow gives one or there is no body. */
export function withContentType(headers: readonly Parameter[], body: keyof typeof mediaTypes | null): Parameter[] {
  const given = body === null || headers.some((header) => header.name.toLowerCase() === 'content-type');
  return given ? [...headers] : [...headers, { name: 'Content-Type', values: [[literal(mediaTypes[body])]] }];
}

export function bodyKind(request: WireRequest): 'form' | 'json' | null {
  if (request.json) return 'json';
  return request.form.length > 0 ? 'form' : null;
}

/** False for an app's custom scheme, such as `com.example.app:/cb`. A path alone counts as HTTP. */
export const isHttp = (request: WireRequest): boolean => !/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(shown(request.url));

/** Whether a client can send it: the URL has a host, or begins with a placeholder that may contain one. */
export const isCallable = (request: WireRequest): boolean =>
  request.url[0]?.kind === 'placeholder' || /^https?:\/\//i.test(shown(request.url));

/** Scheme and authority (RFC 3986 §3.2). */
export const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/** Characters that a URL can't contain after its authority (RFC 3986 §2), and a `%` that encodes nothing. */
const notInUrl = /%(?![0-9a-f]{2})|[^\w.~:/?#@!$&'()*+,;=%-]/giu;

export function encodeUrl(url: Value): Value {
  const authority = origin.exec(shown(url))?.[0].length ?? 0;
  let at = 0;
  return url.map((segment) => {
    const text = segment.kind === 'literal' ? segment.text : segment.shown;
    const kept = Math.max(0, authority - at);
    at += text.length;
    if (segment.kind === 'placeholder') return segment;
    return literal(text.slice(0, kept) + text.slice(kept).replace(notInUrl, percentEncode));
  });
}

/** application/x-www-form-urlencoded, by the URL Standard. */
export const formEncode = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);

export const percentEncode = (text: string): string => formEncode(text).replaceAll('+', '%20');

/** `a=1&b=%2F`, with placeholders unencoded. */
export const encodeParameters = (parameters: readonly Parameter[]): Value =>
  joinSegments(
    parameters
      .flatMap(({ name, values }) => values.map((value) => ({ name, value })))
      .flatMap(({ name, value }, index) => [
        literal(`${index === 0 ? '' : '&'}${formEncode(name)}=`),
        ...mapLiterals(value, formEncode),
      ]),
  );

/** The separator between a URL and its parameters; a redirect's may be in the fragment. */
export function separator(url: string): '' | '?' | '&' {
  if (/[?#&]$/.test(url)) return '';
  return /[?#]/.test(url) ? '&' : '?';
}

/** The values of a JSON document, in order, each with the way to it. */
export function jsonStrings(json: Json, path: readonly (string | number)[] = []): JsonString[] {
  switch (json.kind) {
    case 'object':
      return json.members.flatMap((member) => jsonStrings(member.value, [...path, member.name]));
    case 'array':
      return json.items.flatMap((item, index) => jsonStrings(item, [...path, index]));
    case 'string':
      return [{ path, value: toValue(json.text) }];
    case 'literal':
      return [];
  }
}

interface JsonString {
  readonly path: readonly (string | number)[];
  readonly value: Value;
}

/** The names of placeholders, in order, each once. */
export const placeholdersIn = (values: readonly Value[]): string[] => [
  ...new Set(values.flat().flatMap((segment) => (segment.kind === 'placeholder' ? [segment.name] : []))),
];

export const placeholdersOf = (request: WireRequest): string[] =>
  placeholdersIn([
    request.url,
    ...[...request.query, ...request.headers, ...request.form].flatMap((parameter) => parameter.values),
    ...(request.json ? jsonStrings(request.json).map((string) => string.value) : []),
  ]);
