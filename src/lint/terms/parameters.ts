/** Reads the parameters of a message, wherever they are: query, form, JSON, a redirect's Location. */
import type { Field, Json, Message, Request, Response } from '../../model/index.js';
import { emptyText, sliceText } from '../../source/index.js';
import type { Span, Text } from '../../source/index.js';

/** The place of a finding. */
export interface Place {
  readonly span: Span;
  /** Null for a place outside of messages: a participant, a variable. */
  readonly step: Message | null;
}

export interface Parameter extends Place {
  readonly name: string;
  /** More than one for a repeated parameter or a list. */
  readonly values: readonly Text[];
  /** The JSON value, where the parameter is a member of a JSON object. */
  readonly json: Json | null;
}

export type Parameters = readonly Parameter[];

/** Names are compared exactly (RFC 6749 §1.9). */
export const find = (parameters: Parameters, name: string): Parameter | null =>
  parameters.find((parameter) => parameter.name === name) ?? null;

export const has = (parameters: Parameters, name: string): boolean => find(parameters, name) !== null;

/** The first value, or null where there is no such parameter. */
export const valueOf = (parameters: Parameters, name: string): Text | null => find(parameters, name)?.values[0] ?? null;

export const allNamed = (parameters: Parameters, names: ReadonlySet<string>): Parameters =>
  parameters.filter(({ name }) => names.has(name));

/** Names of header fields are case-insensitive (RFC 9110 §5.1). */
export function header(fields: readonly Field[], name: string): Field | null {
  return fields.find((field) => field.name.toLowerCase() === name) ?? null;
}

/** A request's query, whether given as parameters or in its URL. */
export function readQuery(message: Message): Parameters {
  const { request } = message;
  return request ? [...fromFields(request.query, message), ...readUrl(request.url, message)] : [];
}

/** The parameters of a request: its query, and its body if that is a mapping. */
export function readRequest(message: Message): Parameters {
  const { request } = message;
  return request ? [...readQuery(message), ...readBody(request, message)] : [];
}

const readBody = (request: Request, message: Message): Parameters => [
  ...fromFields(request.form, message),
  ...readMembers(request.json, message),
];

/** The parameters of a response: its JSON, or those of its Location. */
export function readResponse(response: Response | null, message: Message): Parameters {
  if (!response) return [];
  return [
    ...fromFields(response.params, message),
    ...readUrl(response.location, message),
    ...readMembers(response.json, message),
  ];
}

export const fromFields = (fields: readonly Field[], step: Message): Parameters =>
  fields.map(({ name, values, span }) => ({ name, values, span, json: null, step }));

/** The members of a JSON object; none for other JSON. */
export function readMembers(json: Json | null, step: Message): Parameters {
  if (json?.kind !== 'object') return [];
  return json.members.map(({ name, value }) => ({
    name,
    values: valuesIn(value),
    span: spanIn(value) ?? step.span,
    json: value,
    step,
  }));
}

/** The members of an object, and of all objects inside. */
export function readAllMembers(json: Json | null, step: Message): Parameters {
  if (json?.kind === 'array') return json.items.flatMap((item) => readAllMembers(item, step));
  if (json?.kind !== 'object') return [];
  return [...readMembers(json, step), ...json.members.flatMap(({ value }) => readAllMembers(value, step))];
}

/** The scalars of a value or of a list of values; empty for an object. */
function valuesIn(json: Json): readonly Text[] {
  if (json.kind === 'array') return json.items.flatMap(valuesIn);
  return json.kind === 'object' ? [] : [json.text];
}

function spanIn(json: Json): Span | undefined {
  if (json.kind === 'array') return json.items.map(spanIn).find(Boolean);
  return json.kind === 'object' ? json.members.map(({ value }) => spanIn(value)).find(Boolean) : json.text.span;
}

/** The parameters in a URL's query and fragment, decoded. */
function readUrl(url: Text | null, step: Message): Parameters {
  if (!url) return [];
  const pairs = url.plain.matchAll(/[?#&]([^?#&=]+)=([^#&]*)/g);
  return [...pairs].map(({ 0: whole, 1: name = '', index }) => {
    const start = index + 1 + name.length + 1;
    const value = decode(sliceText(url, start, index + whole.length));
    return { name, values: [value], span: narrow(url.span ?? step.span, `${name}=`), json: null, step };
  });
}

/** Percent-decodes a text, except the parts from variables. */
function decode(text: Text): Text {
  const parts = text.parts.map((part) =>
    part.kind === 'literal' ? { ...part, text: decodeFormValue(part.text) } : part,
  );
  return { ...text, parts, plain: parts.map((part) => part.text).join('') };
}

function decodeFormValue(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    // A percent sign that encodes nothing is literal.
    return value;
  }
}

/** The part of a place that has the text, or the whole place if escapes hide it. */
function narrow(span: Span, written: string): Span {
  const at = span.source.text.slice(span.start, span.end).indexOf(written);
  if (at === -1) return span;
  return { ...span, start: span.start + at, end: span.start + at + written.replace(/=$/, '').length };
}

export const firstValue = (field: Field | null): Text => field?.values[0] ?? emptyText;

/** The place of a text that belongs to a message. */
export const placeOfText = (text: Text | null, step: Message): Place => ({ span: text?.span ?? step.span, step });

export const placeOfField = (field: Field, step: Message): Place => ({ span: field.span, step });
