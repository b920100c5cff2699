/** Every security rule; `npm run lint:rules` writes this list from the folder's files. */
import type { LintRule } from '../rule.js';
import { rule as accessTokenInUrl } from './access-token-in-url.js';
import { rule as assertionClaims } from './assertion-claims.js';
import { rule as assertionLifetime } from './assertion-lifetime.js';
import { rule as clientAssertionAudience } from './client-assertion-audience.js';
import { rule as clientCredentialsRefreshToken } from './client-credentials-refresh-token.js';
import { rule as clientNotAuthenticated } from './client-not-authenticated.js';
import { rule as csrfNoBinding } from './csrf-no-binding.js';
import { rule as deviceCodeExposed } from './device-code-exposed.js';
import { rule as dpopDowngrade } from './dpop-downgrade.js';
import { rule as endpointNotInMetadata } from './endpoint-not-in-metadata.js';
import { rule as implicitGrant } from './implicit-grant.js';
import { rule as insecureUrl } from './insecure-url.js';
import { rule as introspectionOpen } from './introspection-open.js';
import { rule as jwtAlgNone } from './jwt-alg-none.js';
import { rule as loopbackLocalhost } from './loopback-localhost.js';
import { rule as mixUpNoIss } from './mix-up-no-iss.js';
import { rule as multipleClientAuth } from './multiple-client-auth.js';
import { rule as nonceMissing } from './nonce-missing.js';
import { rule as passwordGrant } from './password-grant.js';
import { rule as pkceBadValue } from './pkce-bad-value.js';
import { rule as pkceMissing } from './pkce-missing.js';
import { rule as pkceNotS256 } from './pkce-not-s256.js';
import { rule as pkceUnpaired } from './pkce-unpaired.js';
import { rule as pollBranches } from './poll-branches.js';
import { rule as pollInterval } from './poll-interval.js';
import { rule as publicClientSecret } from './public-client-secret.js';
import { rule as realLookingSecret } from './real-looking-secret.js';
import { rule as redirectKeepsPost } from './redirect-keeps-post.js';
import { rule as redirectUriMismatch } from './redirect-uri-mismatch.js';
import { rule as redirectUriPattern } from './redirect-uri-pattern.js';
import { rule as refreshNotRotated } from './refresh-not-rotated.js';
import { rule as samlInresponseto } from './saml-inresponseto.js';
import { rule as samlUnprotected } from './saml-unprotected.js';
import { rule as secretInFrontChannel } from './secret-in-front-channel.js';
import { rule as secretInUrl } from './secret-in-url.js';
import { rule as sessionCookieFlags } from './session-cookie-flags.js';
import { rule as stateNotEchoed } from './state-not-echoed.js';
import { rule as tokenEndpointRequest } from './token-endpoint-request.js';
import { rule as tokenExposedToBrowser } from './token-exposed-to-browser.js';
import { rule as tokenNoAudience } from './token-no-audience.js';
import { rule as tokenResponseCacheable } from './token-response-cacheable.js';

/** By id. */
export const rules: readonly LintRule[] = [
  accessTokenInUrl,
  assertionClaims,
  assertionLifetime,
  clientAssertionAudience,
  clientCredentialsRefreshToken,
  clientNotAuthenticated,
  csrfNoBinding,
  deviceCodeExposed,
  dpopDowngrade,
  endpointNotInMetadata,
  implicitGrant,
  insecureUrl,
  introspectionOpen,
  jwtAlgNone,
  loopbackLocalhost,
  mixUpNoIss,
  multipleClientAuth,
  nonceMissing,
  passwordGrant,
  pkceBadValue,
  pkceMissing,
  pkceNotS256,
  pkceUnpaired,
  pollBranches,
  pollInterval,
  publicClientSecret,
  realLookingSecret,
  redirectKeepsPost,
  redirectUriMismatch,
  redirectUriPattern,
  refreshNotRotated,
  samlInresponseto,
  samlUnprotected,
  secretInFrontChannel,
  secretInUrl,
  sessionCookieFlags,
  stateNotEchoed,
  tokenEndpointRequest,
  tokenExposedToBrowser,
  tokenNoAudience,
  tokenResponseCacheable,
].sort((one, other) => (one.id < other.id ? -1 : 1));
