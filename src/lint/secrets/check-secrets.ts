/** Secrets in a file, as diagnostics. They show no more than the first four characters. */
import type { Diagnostic } from '../../diagnostic.js';
import type { Source, Span } from '../../source.js';
import { findSecrets, hint } from './find-secrets.js';

/** The rule that these diagnostics are of: src/lint/rules/real-looking-secret.ts. */
export const SECRET_RULE = { id: 'SEC040', name: 'real-looking-secret' } as const;

export const secretFix = 'revoke it if it was ever real, and write a ${PLACEHOLDER}';

/** `now` in seconds since 1970; without it no token is taken for expired. */
export function checkSecrets(
  source: Source,
  now: number | null = null,
): readonly (Diagnostic & { readonly span: Span })[] {
  return findSecrets(source.text, now).map(({ start, end, type, severity }) => ({
    code: SECRET_RULE.id,
    severity,
    message: `${hint(source.text.slice(start, end))} looks like ${type}`,
    span: { source, start, end },
    hint: secretFix,
  }));
}
