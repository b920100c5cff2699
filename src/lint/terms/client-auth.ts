/** Finds how a request authenticates its client. */
import type { Place } from './parameters.js';
import { find, firstValue, header, placeOfField } from './parameters.js';
import type { Placed } from './placed.js';

type AuthMethod = 'basic' | 'secret' | 'assertion' | 'mtls';

/** The names of the methods in messages. */
export const authMethodNames = {
  basic: 'HTTP Basic',
  secret: 'client_secret',
  assertion: 'client_assertion',
  mtls: 'a TLS client certificate',
} as const satisfies Record<AuthMethod, string>;

/** The methods that a request uses, each with its place. A certificate that only binds the token doesn't count (RFC 8705 §3). */
export function clientAuth({ message, sent }: Placed): ReadonlyMap<AuthMethod, Place> {
  const methods = new Map<AuthMethod, Place>();
  const { request } = message;
  if (!request) return methods;
  const authorization = header(request.headers, 'authorization');
  if (authorization && /^basic /i.test(firstValue(authorization).plain))
    methods.set('basic', placeOfField(authorization, message));
  const secret = find(sent, 'client_secret');
  const assertion = find(sent, 'client_assertion');
  if (secret) methods.set('secret', secret);
  if (assertion) methods.set('assertion', assertion);
  if (request.tls.clientCert && !request.tls.bindOnly) methods.set('mtls', { span: message.span, step: message });
  return methods;
}

/** Whether a request has any proof of its sender, including headers that are not read further. */
export function isAuthenticated(placed: Placed): boolean {
  const headers = placed.message.request?.headers ?? [];
  // draft-ietf-oauth-attestation-based-client-auth §6
  const proofs = ['authorization', 'oauth-client-attestation'];
  return clientAuth(placed).size > 0 || proofs.some((name) => header(headers, name) !== null);
}
