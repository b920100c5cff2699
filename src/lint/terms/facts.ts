/** Collects the facts that rules check: the flow, and the terms of OAuth derived from it. */
import { repliesTo } from '../../model/index.js';
import type { Flow, Message, Participant, Request, Response } from '../../model/index.js';
import type { Source, Text } from '../../source/index.js';
import type { Authorization, KnownAuthorization } from './authorizations.js';
import { findAuthorizations, isKnown } from './authorizations.js';
import type { Parameters } from './parameters.js';
import { fromFields, has, readResponse, valueOf } from './parameters.js';
import type { Parties } from './parties.js';
import { findParties, isFront, isPublic, isServer } from './parties.js';
import type { Placed } from './placed.js';
import { canPrecede, placeMessages } from './placed.js';

export interface Facts {
  readonly flow: Flow;
  /** The flow's own tags and those of the command line. */
  readonly profiles: ReadonlySet<string>;
  /** All messages in document order, except an attacker's. */
  readonly messages: readonly Placed[];
  readonly parties: Parties;
  /** Each authorization request, including those whose parameters the flow doesn't show. */
  readonly authorizations: readonly Authorization[];
  /** Those whose parameters are known. */
  readonly known: readonly KnownAuthorization[];
  /** Requests with a grant_type to a server. */
  readonly tokenRequests: readonly TokenRequest[];
  /** Redirects from a server back to a client, through the browser. */
  readonly authorizationResponses: readonly Redirect[];
  /** The texts that the flow was read from. */
  readonly sources: readonly Source[];
  /** Unix time in seconds, or undefined where no clock is given. */
  readonly now: number | undefined;
  /** Values that are not secrets. */
  readonly samples: readonly string[] | undefined;
}

export interface TokenRequest extends Placed {
  readonly grant: Text;
  readonly request: Request;
}

export interface Redirect {
  readonly placed: Placed;
  /** The query, the fragment, or the fields of a form that submits itself. */
  readonly parameters: Parameters;
  /** The location without parameters; null where the flow doesn't show it. */
  readonly location: Text | null;
}

export interface Reply {
  readonly message: Message;
  readonly response: Response;
  readonly returned: Parameters;
}

interface FactOptions {
  readonly profiles?: readonly string[] | undefined;
  readonly sources?: readonly Source[] | undefined;
  readonly now?: number | undefined;
  readonly samples?: readonly string[] | undefined;
}

export function gatherFacts(flow: Flow, { profiles = [], sources, now, samples }: FactOptions = {}): Facts {
  const messages = placeMessages(flow.steps, flow.participants);
  const authorizations = findAuthorizations(messages);
  return {
    flow,
    profiles: new Set([...flow.profile, ...profiles]),
    messages,
    parties: findParties(flow),
    authorizations,
    known: authorizations.filter(isKnown),
    tokenRequests: messages.flatMap(asTokenRequest),
    authorizationResponses: findAuthorizationResponses(messages),
    sources: sources ?? [flow.span.source],
    now,
    samples,
  };
}

function asTokenRequest(placed: Placed): readonly TokenRequest[] {
  const { request } = placed.message;
  const grant = valueOf(placed.sent, 'grant_type');
  return request && grant && isServer(placed.to) ? [{ ...placed, grant, request }] : [];
}

const responseNames = ['code', 'error', 'access_token', 'id_token', 'response'];

function findAuthorizationResponses(messages: readonly Placed[]): readonly Redirect[] {
  return messages.flatMap((placed, at) => {
    const redirect = isServer(placed.from) ? readRedirect(placed, messages[at + 1]) : null;
    return redirect && responseNames.some((name) => has(redirect.parameters, name)) ? [redirect] : [];
  });
}

function readRedirect(placed: Placed, next: Placed | undefined): Redirect | null {
  const { message, returned } = placed;
  if (message.channel !== 'front' || !message.response) return null;
  if (message.response.location) return { placed, parameters: returned, location: message.response.location };
  const posted = message.redirectLeg === 'response' ? next?.message.request : null;
  if (!next || !posted) return null;
  return { placed, parameters: fromFields(posted.form, next.message), location: posted.url };
}

/** The responses that answer a request. */
export function answersTo({ message }: Placed, { flow }: Facts): readonly Reply[] {
  return repliesTo(message, flow.steps).map((reply) => ({
    message: reply.message,
    response: reply.response,
    returned: readResponse(reply.response, reply.message),
  }));
}

/**
 * The authorization that a message continues: the nearest one before it at the same server. One flow may have several, at
 * several servers; null where the nearest one's parameters are not shown.
 */
export function authorizationBefore(
  placed: Placed,
  server: string,
  { authorizations }: Facts,
): KnownAuthorization | null {
  const nearest = authorizations.findLast(
    (authorization) => (authorization.server ?? server) === server && canPrecede(authorization.placed, placed),
  );
  return nearest && isKnown(nearest) ? nearest : null;
}

/**
 * Who requests the authorization: a server that lets its users sign in at another one, the only client, or whoever redeems the
 * code; null where that is unknown.
 */
export function clientOf({ placed, server, sender }: Authorization, facts: Facts): Participant | null {
  const { clients } = facts.parties;
  const broker = facts.flow.participants.find((one) => one.id === sender && one.id !== server && isServer(one));
  if (broker) return broker;
  const [only] = clients;
  if (only && clients.length === 1) return only;
  const redeemer = facts.tokenRequests.find(({ to, index }) => to.id === server && index > placed.index)?.from;
  if (redeemer && redeemer.kind !== 'browser') return redeemer;
  const { participants } = facts.flow;
  return participants.find(({ id, kind }) => id === sender && kind !== 'browser') ?? null;
}

export const passesFront = (placed: Placed, { parties }: Facts): boolean => isFront(placed, parties);

export const keepsNoSecret = (participant: Participant, { parties }: Facts): boolean => isPublic(participant, parties);
