export { checkSecrets, SECRET_RULE, secretFix } from './check-secrets.js';
export { maskSecrets, maskSource, secretMasker } from './mask-secrets.js';
export type { SecretOptions } from './find-secrets.js';
export { guardSecrets, guardSource, guardValues } from './guard-secrets.js';
export type { GuardOptions } from './guard-secrets.js';
export { looksLikePlaceholder, placeholder } from './random.js';
export { decodeJwt } from './jwt.js';
