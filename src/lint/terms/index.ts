export { asked, claimsOf, responseTypes, scopes } from './authorizations.js';
export type { KnownAuthorization } from './authorizations.js';
export { authMethodNames, clientAuth, isAuthenticated } from './client-auth.js';
export { readCookie } from './cookies.js';
export type { Cookie } from './cookies.js';
export { answersTo, authorizationBefore, clientOf, gatherFacts, keepsNoSecret, passesFront } from './facts.js';
export type { Facts, Redirect, Reply, TokenRequest } from './facts.js';
export { JWT_BEARER, pollingGrants } from './grants.js';
export { jwtsOf } from './jwts.js';
export type { ShownJwt } from './jwts.js';
export {
  allNamed,
  find,
  firstValue,
  has,
  header,
  placeOfField,
  placeOfText,
  readAllMembers,
  valueOf,
} from './parameters.js';
export type { Parameter, Parameters, Place } from './parameters.js';
export { isPerson, isServer } from './parties.js';
export { canPrecede, loopAround } from './placed.js';
export type { Placed } from './placed.js';
export { hostOf, isLoopback, isRedirectUri, redirectUrisIn, withoutParameters } from './redirect-uris.js';
export { carriesSamlRequest, SAML_BEARER, samlGrants, samlResponses, showsAssertion } from './saml.js';
export type { SamlDelivery } from './saml.js';
export { secretNames } from './secret-names.js';
export { differ, isLiteral, isPlaceholder, numberIn } from './values.js';
