/** Finds JWTs whose contents a flow shows: decoded by the author, or in compact form and decoded here. */
import type { Message } from '../../model/index.js';
import { decodeJwt } from '../../secrets/index.js';
import { textOf } from '../../source/index.js';
import type { Parameter, Parameters, Place } from './parameters.js';
import { find, readMembers } from './parameters.js';
import type { Placed } from './placed.js';

export interface ShownJwt {
  readonly name: string;
  /** Null where the flow doesn't show it. */
  readonly header: Parameters | null;
  readonly claims: Parameters | null;
  /** The place where a missing claim is reported. */
  readonly at: Place;
}

/** Kept, because many rules ask. */
const found = new WeakMap<Placed, readonly ShownJwt[]>();

export function jwtsOf(placed: Placed): readonly ShownJwt[] {
  const known = found.get(placed) ?? findJwts(placed);
  found.set(placed, known);
  return known;
}

function findJwts(placed: Placed): readonly ShownJwt[] {
  const { message } = placed;
  const decoded = message.jwts.map(({ name, header, claims }) => {
    const [headers, members] = [header, claims].map((json) => json && readMembers(json, message));
    const at = carrierOf(placed, name) ?? headers?.[0] ?? members?.[0] ?? { span: message.span, step: message };
    return { name, header: headers ?? null, claims: members ?? null, at };
  });
  const known = new Set(decoded.map(({ name }) => name));
  const literal = [...placed.sent, ...placed.returned].flatMap((parameter) =>
    known.has(parameter.name) ? [] : decodeParameter(parameter, message),
  );
  return [...decoded, ...literal];
}

const carrierOf = ({ sent, returned, message }: Placed, name: string): Place | null => {
  const field = message.request?.headers.find((header) => header.name.toLowerCase() === name);
  return find(sent, name) ?? find(returned, name) ?? (field ? { span: field.span, step: message } : null);
};

function decodeParameter(parameter: Parameter, step: Message): readonly ShownJwt[] {
  const jwt = decodeJwt(parameter.values[0]?.plain ?? '');
  if (!jwt) return [];
  const members = (record: Readonly<Record<string, unknown>>): Parameters =>
    Object.entries(record).map(([name, value]) => ({
      name,
      values: [value].flat().map((item) => textOf(typeof item === 'string' ? item : JSON.stringify(item))),
      json: null,
      span: parameter.span,
      step,
    }));
  const { name } = parameter;
  return [{ name, header: members(jwt.header), claims: members(jwt.claims), at: parameter }];
}
