/** Secrets in a file, as diagnostics. They show no more than the first four characters. */
import type { Diagnostic } from '../../diagnostic.js';
import type { Source, Span } from '../../source.js';
import { findSecrets, hint } from './find-secrets.js';

/** The rule that these diagnostics are of: src/lint/rules/real-looking-secret.ts. */
export const SECRET_RULE = { id: 'SEC040', name: 'real-looking-secret' } as const;

export const secretFix = 'revoke it if it was ever real, and write a ${PLACEHOLDER}';

type Found = Diagnostic & { readonly span: Span };

/** Flows share the files that they include, and are compiled first and linted then. */
const known = new WeakMap<Source, { readonly now: number | null; readonly found: readonly Found[] }>();

/** `now` in seconds since 1970; without it no token is taken for expired. */
export function checkSecrets(source: Source, now: number | null = null): readonly Found[] {
  const before = known.get(source);
  const found = before?.now === now ? before.found : search(source, now);
  known.set(source, { now, found });
  return found;
}

const search = (source: Source, now: number | null): readonly Found[] =>
  findSecrets(source.text, now).map(({ start, end, type, severity }) => ({
    code: SECRET_RULE.id,
    severity,
    message: `${hint(source.text.slice(start, end))} looks like ${type}`,
    span: { source, start, end },
    hint: secretFix,
  }));
