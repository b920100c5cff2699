/** What a participant can verify, with the section of the document that asks for it. */
export const checkSources = {
  state: 'RFC 6749 §10.12',
  nonce: 'OpenID Connect Core 1.0 §3.1.3.7',
  iss: 'RFC 9207 §2.4',
  aud: 'RFC 7519 §4.1.3',
  exp: 'RFC 7519 §4.1.4',
  nbf: 'RFC 7519 §4.1.5',
  iat: 'RFC 7519 §4.1.6',
  jti: 'RFC 7519 §4.1.7',
  sub: 'RFC 7519 §4.1.2',
  azp: 'OpenID Connect Core 1.0 §3.1.3.7',
  acr: 'OpenID Connect Core 1.0 §3.1.3.7',
  'auth-time': 'OpenID Connect Core 1.0 §3.1.3.7',
  'at-hash': 'OpenID Connect Core 1.0 §3.2.2.9',
  'c-hash': 'OpenID Connect Core 1.0 §3.3.2.10',
  signature: 'RFC 7515 §5.2',
  alg: 'RFC 8725 §3.1',
  typ: 'RFC 8725 §3.11',
  pkce: 'RFC 7636 §4.6',
  'redirect-uri': 'RFC 6749 §4.1.3',
  client: 'RFC 6749 §3.2.1',
  scope: 'RFC 6750 §3.1',
  active: 'RFC 7662 §2.2',
  dpop: 'RFC 9449 §4.3',
  certificate: 'RFC 8705 §3',
  origin: 'WebAuthn Level 2 §7.2',
  challenge: 'WebAuthn Level 2 §7.2',
  'rp-id': 'WebAuthn Level 2 §7.2',
  'in-response-to': 'SAML 2.0 Profiles §4.1.4.3',
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
export function describeChecks(checks: readonly Check[]): string {
  const names = checks.map((check) => spelled[check] ?? check);
  const [last = ''] = names.slice(-1);
  return names.length > 1 ? `Check ${names.slice(0, -1).join(', ')} and ${last}` : `Check ${last}`;
}
