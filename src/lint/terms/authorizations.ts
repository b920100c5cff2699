/** Finds authorization requests with their parameters, wherever the parameters are. */
import type { Message } from '../../model/index.js';
import type { Text } from '../../source/index.js';
import type { Parameter, Parameters } from './parameters.js';
import { find, has, readMembers, valueOf } from './parameters.js';
import { isServer } from './parties.js';
import type { Placed } from './placed.js';
import { canPrecede } from './placed.js';
import { wordsOf } from './values.js';

export interface Authorization {
  readonly placed: Placed;
  /** The server that receives it; null where only the redirect to it is drawn. */
  readonly server: string | null;
  /** The participant that sends the browser there, where that is drawn. */
  readonly sender: string | null;
  /** After PAR and JAR; null where the parameters are in a request that the flow doesn't show. */
  readonly parameters: Parameters | null;
  /** The parameter that makes it an authorization request: the place of findings about missing parameters. */
  readonly marker: Parameter;
}

/** An authorization request whose parameters are known. */
export type KnownAuthorization = Authorization & { readonly parameters: Parameters };

export const isKnown = (authorization: Authorization): authorization is KnownAuthorization =>
  authorization.parameters !== null;

const markers = ['response_type', 'request_uri', 'request'] as const;
const markerIn = (parameters: Parameters): Parameter | null =>
  markers.map((name) => find(parameters, name)).find((found) => found !== null) ?? null;

/** Pushed authorization requests (RFC 9126 §2): direct POSTs. */
const findPushed = (messages: readonly Placed[]): readonly Placed[] =>
  messages.filter(
    ({ message, to, sent }) =>
      message.channel === 'back' &&
      message.request?.method === 'POST' &&
      isServer(to) &&
      !has(sent, 'grant_type') &&
      (has(sent, 'response_type') || has(sent, 'request')),
  );

/**
 * Each request to an authorization endpoint. If the browser's request is drawn without data, the redirect that caused
 * it has the parameters.
 */
export function findAuthorizations(messages: readonly Placed[]): readonly Authorization[] {
  const pushed = findPushed(messages);
  return messages.flatMap((placed, at): readonly Authorization[] => {
    const request = requestMarker(placed);
    const redirect = request ? null : redirectMarker(placed, messages.slice(at + 1));
    const marker = request ?? redirect?.marker;
    if (!marker) return [];
    const carried = request ? placed.sent : placed.returned;
    const known = resolveParameters(carried, placed, pushed);
    const sender = request ? senderOf(placed, messages[at - 1]) : placed.from.id;
    const server = request ? placed.to.id : (redirect?.server ?? null);
    return [{ placed, server, sender, parameters: known, marker: (known && markerIn(known)) ?? marker }];
  });
}

/** A GET goes through the browser, whether that is drawn or not. */
function requestMarker({ message, to, sent }: Placed): Parameter | null {
  const isVisit = message.channel === 'front' || message.request?.method === 'GET';
  return isVisit && isServer(to) ? markerIn(sent) : null;
}

/** The redirect to a server, unless the request that follows it has the same parameters. */
function redirectMarker(
  { message, to, returned }: Placed,
  after: readonly Placed[],
): { readonly marker: Parameter; readonly server: string | null } | null {
  const marker = message.channel === 'front' ? markerIn(returned) : null;
  if (!marker || message.response?.location == null) return null;
  const next = after.find(({ from }) => from.id === to.id);
  if (next && requestMarker(next)) return null;
  return { marker, server: next && isServer(next.to) ? next.to.id : null };
}

const senderOf = ({ message }: Placed, previous: Placed | undefined): string | null =>
  message.redirectLeg === 'request' || previous?.message.response?.location != null
    ? (previous?.from.id ?? null)
    : null;

function resolveParameters(carried: Parameters, placed: Placed, pushed: readonly Placed[]): Parameters | null {
  if (has(carried, 'request_uri')) {
    const push = pushed.findLast((candidate) => canPrecede(candidate, placed));
    return push ? resolveParameters(withoutReference(push.sent), push, []) : null;
  }
  if (!has(carried, 'request')) return carried;
  const claims = claimsOf(placed.message, 'request');
  // The signed request takes precedence over parameters beside it (RFC 9101 §5).
  return claims && [...claims, ...carried.filter(({ name }) => name !== 'request' && !has(claims, name))];
}

const withoutReference = (parameters: Parameters): Parameters =>
  parameters.filter(({ name }) => name !== 'request_uri');

/** The decoded claims of the JWT that a parameter carries; null where the flow doesn't show them. */
export function claimsOf(message: Message, name: string): Parameters | null {
  const claims = message.jwts.find((jwt) => jwt.name === name)?.claims;
  return claims ? readMembers(claims, message) : null;
}

export const responseTypes = ({ parameters }: KnownAuthorization): readonly string[] =>
  wordsOf(valueOf(parameters, 'response_type'));

export const scopes = ({ parameters }: KnownAuthorization): readonly string[] => wordsOf(valueOf(parameters, 'scope'));

/** A parameter of an authorization request, after PAR and JAR. */
export const asked = ({ parameters }: KnownAuthorization, name: string): Text | null => valueOf(parameters, name);
