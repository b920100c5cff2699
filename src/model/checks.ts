import { sayList } from './wording.js';
import type { Say } from './wording.js';

/** What a participant can verify, with the section of the document that asks for it. */
export const checkSources = {
  state: { about: 'RFC 6749 §10.12' },
  nonce: { about: 'OpenID Connect Core 1.0 §3.1.3.7' },
  iss: { about: 'RFC 9207 §2.4' },
  aud: { about: 'RFC 7519 §4.1.3' },
  exp: { about: 'RFC 7519 §4.1.4' },
  nbf: { about: 'RFC 7519 §4.1.5' },
  iat: { about: 'RFC 7519 §4.1.6' },
  jti: { about: 'RFC 7519 §4.1.7' },
  sub: { about: 'RFC 7519 §4.1.2' },
  azp: { about: 'OpenID Connect Core 1.0 §3.1.3.7' },
  acr: { about: 'OpenID Connect Core 1.0 §3.1.3.7' },
  'auth-time': { about: 'OpenID Connect Core 1.0 §3.1.3.7' },
  'at-hash': { about: 'OpenID Connect Core 1.0 §3.2.2.9' },
  'c-hash': { about: 'OpenID Connect Core 1.0 §3.3.2.10' },
  signature: { about: 'RFC 7515 §5.2' },
  alg: { about: 'RFC 8725 §3.1' },
  typ: { about: 'RFC 8725 §3.11' },
  pkce: { about: 'RFC 7636 §4.6' },
  'redirect-uri': { about: 'RFC 6749 §4.1.3' },
  client: { about: 'RFC 6749 §3.2.1' },
  scope: { about: 'RFC 6750 §3.1' },
  active: { about: 'RFC 7662 §2.2' },
  dpop: { about: 'RFC 9449 §4.3' },
  certificate: { about: 'RFC 8705 §3' },
  origin: { about: 'WebAuthn Level 2 §7.2' },
  challenge: { about: 'WebAuthn Level 2 §7.2' },
  'rp-id': { about: 'WebAuthn Level 2 §7.2' },
  'in-response-to': { about: 'SAML 2.0 Profiles §4.1.4.3' },
} as const;

export type Check = keyof typeof checkSources;

export const checkNames = Object.keys(checkSources) as [Check, ...Check[]];

/** As the documents spell them, where that differs. */
const spelled: Readonly<Partial<Record<Check, string>>> = {
  'auth-time': 'auth_time',
  'at-hash': 'at_hash',
  'c-hash': 'c_hash',
  pkce: 'PKCE',
  'redirect-uri': 'redirect_uri',
  dpop: 'DPoP',
  'rp-id': 'RP ID',
  'in-response-to': 'InResponseTo',
};

/** `Check state and iss`, `Check aud, exp and signature`. */
export function describeChecks(checks: readonly Check[], say: Say): string {
  const names = checks.map((check) => spelled[check] ?? check);
  const [last = ''] = names.slice(-1);
  const others = sayList(names.slice(0, -1), say);
  return say('checks', { names: others === '' ? last : say('both', { one: others, other: last }) });
}
