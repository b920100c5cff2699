export { checkSecrets, SECRET_RULE, secretFix } from './check-secrets.js';
export { maskSecrets, redactSecrets, redactSource, secretMasker } from './find-secrets.js';
export type { SecretOptions } from './find-secrets.js';
export { looksLikePlaceholder, placeholder } from './guessed.js';
export { decodeJwt } from './jwt.js';
