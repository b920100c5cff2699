/** Finds SAML messages in the parameters that carry them (SAML Bindings §3.4, §3.5). */
import type { SamlData } from '../../model/index.js';
import type { Facts, TokenRequest } from './facts.js';
import type { Parameter } from './parameters.js';
import { find, has } from './parameters.js';
import type { Placed } from './placed.js';

export interface SamlDelivery {
  readonly placed: Placed;
  readonly saml: SamlData;
  /** The parameter that carries the response or the assertion. */
  readonly carrier: Parameter;
}

/** The responses that reach a service provider, with their data. */
export const samlResponses = ({ messages }: Facts): readonly SamlDelivery[] =>
  messages.flatMap((placed) => deliveryOf(placed, 'SAMLResponse'));

export const SAML_BEARER = 'urn:ietf:params:oauth:grant-type:saml2-bearer';

/** Assertions in token requests (RFC 7522 §2.1), with their data. */
export const samlGrants = ({ tokenRequests }: Facts): readonly SamlDelivery[] =>
  tokenRequests
    .filter(({ grant }: TokenRequest) => grant.plain === SAML_BEARER)
    .flatMap((placed) => deliveryOf(placed, 'assertion'));

function deliveryOf(placed: Placed, name: string): readonly SamlDelivery[] {
  const { saml } = placed.message;
  const carrier = find(placed.sent, name);
  return saml && carrier ? [{ placed, saml, carrier }] : [];
}

/**
 * Whether a response shows its assertion. The response to a logout has none (SAML Profiles §4.4.4.2), and if only ids
 * are shown, the rest is unknown.
 */
export const showsAssertion = ({ signed, audience, recipient, notOnOrAfter }: SamlData): boolean =>
  signed !== null || audience !== null || recipient !== null || notOnOrAfter !== null;

export const carriesSamlRequest = ({ sent, returned }: Placed): boolean =>
  has(sent, 'SAMLRequest') || has(returned, 'SAMLRequest');
