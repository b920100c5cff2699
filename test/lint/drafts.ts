/** A message that may be changed, and the changes that mutations are made of. Each says whether it changed anything. */
import type { Flow, Participant } from '../../src/model/flow.js';
import type { Span } from '../../src/source/source.js';
import { textOf } from '../../src/source/filled-text.js';
import type { Text } from '../../src/source/filled-text.js';
import type { Field, Json } from '../../src/model/http.js';
import type { Message } from '../../src/model/step.js';

type Mutable<T> = T extends Span | Text | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? Mutable<U>[]
    : { -readonly [K in keyof T]: Mutable<T[K]> };

export type Draft = Mutable<Omit<Message, 'notes'>> & Pick<Message, 'notes'>;

export interface Site {
  readonly from: Participant;
  readonly to: Participant;
  readonly flow: Flow;
  /** As it was. */
  readonly message: Message;
}

export type Edit = (message: Draft, site: Site) => boolean;

/** A deep copy, but for places and texts: they lead to whole files. */
export const draftOf = (message: Message): Draft => copyOf(message) as Draft;

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null || 'source' in value || 'parts' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]));
}

export const isServer = ({ kind }: Participant): boolean => kind === 'authorization-server' || kind === 'idp';

/** Query and form. */
export const fieldsOf = ({ request }: Draft): Mutable<Field>[][] => (request ? [request.query, request.form] : []);

type Members = Extract<Mutable<Json>, { kind: 'object' }>['members'];

export const membersOf = (json: Mutable<Json> | null | undefined): Members =>
  json?.kind === 'object' ? json.members : [];

export const claimsOf = (message: Draft, name: string): Members =>
  membersOf(message.jwts.find((jwt) => jwt.name === name)?.claims);

export const stringOf = (value: string): Mutable<Json> => ({ kind: 'string', text: textOf(value) });

export const numberOf = (value: number): Mutable<Json> => ({ kind: 'literal', value, text: textOf(String(value)) });

export const hasField = (message: Draft, name: string): boolean =>
  [...fieldsOf(message), membersOf(message.request?.json)].some((list) => list.some((one) => one.name === name));

export const isAuthorization = (message: Draft): boolean =>
  hasField(message, 'response_type') || claimsOf(message, 'request').some(({ name }) => name === 'response_type');

export const isToken = (message: Draft, { to }: Site): boolean => hasField(message, 'grant_type') && isServer(to);

export const returns = (message: Draft, names: readonly string[]): boolean =>
  membersOf(message.response?.json).some(({ name }) => names.includes(name));

/** Takes what is named so out of a list. */
export function drop(list: { name: string }[], ...names: readonly string[]): boolean {
  const before = list.length;
  list.splice(0, before, ...list.filter(({ name }) => !names.includes(name)));
  return list.length < before;
}

/** Takes parameters out of a request, and out of a signed one. */
export const dropSent = (message: Draft, ...names: readonly string[]): boolean =>
  [...fieldsOf(message), membersOf(message.request?.json), claimsOf(message, 'request')]
    .map((list) => drop(list as { name: string }[], ...names))
    .some(Boolean);

/** Of a redirect too: what the browser is sent with. */
export const dropReturned = (message: Draft, ...names: readonly string[]): boolean =>
  [message.response?.params ?? [], membersOf(message.response?.json)]
    .map((list) => drop(list as { name: string }[], ...names))
    .some(Boolean);

export const addQuery = (message: Draft, name: string, value = 'x'): boolean =>
  message.request !== null && message.request.query.push(newField(message, name, value)) > 0;

export const addForm = (message: Draft, name: string, value = 'x'): boolean =>
  message.request !== null && message.request.form.push(newField(message, name, value)) > 0;

export const newField = ({ span }: Draft, name: string, value: string): Mutable<Field> => ({
  name,
  values: [textOf(value)],
  span,
});

/** Gives parameters of a request, or of one that is signed, another value. */
export function setSent(message: Draft, names: readonly string[], value: string): boolean {
  const isMeant = (one: { name: string }): boolean => names.includes(one.name);
  const fields = fieldsOf(message).flat().filter(isMeant);
  for (const field of fields) field.values = [textOf(value)];
  const members = [...membersOf(message.request?.json), ...claimsOf(message, 'request')].filter(isMeant);
  for (const member of members) member.value = stringOf(value);
  return fields.length + members.length > 0;
}

export function setMember(members: Members, name: string, value: Mutable<Json>): boolean {
  const found = members.filter((member) => member.name === name);
  for (const member of found) member.value = value;
  return found.length > 0;
}

export function addMember(message: Draft, name: string, value: string): boolean {
  const { response } = message;
  if (!response || returns(message, [name])) return false;
  response.json = { kind: 'object', members: [...membersOf(response.json), { name, value: stringOf(value) }] };
  return true;
}

export const headerOf = (fields: readonly Mutable<Field>[], name: string): Mutable<Field> | undefined =>
  fields.find((field) => field.name.toLowerCase() === name);

export function setHeader(fields: readonly Mutable<Field>[], name: string, change: (value: string) => string): boolean {
  const field = headerOf(fields, name);
  if (!field) return false;
  const before = field.values.map(({ plain }) => plain);
  field.values = before.map((value) => textOf(change(value)));
  return field.values.some(({ plain }, at) => plain !== before[at]);
}

export function dropAuth(message: Draft): boolean {
  const { request } = message;
  if (!request) return false;
  const sent = dropSent(message, 'client_secret', 'client_assertion', 'client_assertion_type');
  const header = drop(request.headers, 'Authorization', 'authorization');
  const hadTls = request.tls.clientCert;
  request.tls = { clientCert: false, bindOnly: false };
  return sent || header || hadTls;
}
