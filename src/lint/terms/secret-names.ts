/** The names of secret parameters. */

/** Parameters that no browser may see: RFC 6749 §10.3 to §10.5, RFC 7636 §7.1, RFC 7591 §5, RFC 8693 §7. */
export const secretNames: ReadonlySet<string> = new Set([
  'client_secret',
  'client_assertion',
  'refresh_token',
  'code_verifier',
  'assertion',
  'subject_token',
  'actor_token',
  'registration_access_token',
  'private_key',
]);
