/** Finds the roles of participants in OAuth. */
import type { Flow, Participant } from '../../model/index.js';
import type { Placed } from './placed.js';
import { has } from './parameters.js';

export const isServer = ({ kind }: Participant): boolean => kind === 'authorization-server' || kind === 'idp';

export const isPerson = ({ kind }: Participant): boolean => kind === 'user' || kind === 'browser';

const clientKinds: readonly Participant['kind'][] = ['public-client', 'confidential-client', 'device'];
const isClient = ({ kind }: Participant): boolean => clientKinds.includes(kind);

/** The parties that request tokens. */
export interface Parties {
  readonly clients: readonly Participant[];
  /** Whether the browser is an app in the browser: there is no other client. */
  readonly browserIsClient: boolean;
}

export function findParties({ participants }: Flow): Parties {
  const clients = participants.filter(isClient);
  const others = participants.some(({ kind }) => kind === 'relying-party');
  return { clients, browserIsClient: clients.length === 0 && !others };
}

/** Whether a party can't keep a secret (RFC 6749 §2.1). */
export function isPublic({ kind, confidential }: Participant, { browserIsClient }: Parties): boolean {
  return kind === 'public-client' || (kind === 'device' && !confidential) || (kind === 'browser' && browserIsClient);
}

/**
 * Whether a message passes through the front channel. A script's own token request, of an app that is drawn as the
 * browser, is a direct call.
 */
export function isFront({ message, from, to, sent }: Placed, { browserIsClient }: Parties): boolean {
  if (message.channel !== 'front') return false;
  if (!browserIsClient || message.redirectLeg !== null) return true;
  const asksForToken = from.kind === 'browser' && message.request?.method === 'POST' && has(sent, 'grant_type');
  const answersIt = to.kind === 'browser' && message.response?.json != null && message.response.location === null;
  return !asksForToken && !answersIt;
}
