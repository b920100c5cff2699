/** Reports the secrets in a file. Messages show no more than their first four characters. */
import type { Diagnostic, Source, Span } from '../source/index.js';
import { findSecrets } from './find-secrets.js';
import type { SecretOptions } from './find-secrets.js';
import { hint } from './mask-secrets.js';

/** The rule of these diagnostics: src/lint/rules/real-looking-secret.ts. */
export const SECRET_RULE = { id: 'SEC040', name: 'real-looking-secret' } as const;

export const secretFix = 'revoke it if it was ever real, and use a ${PLACEHOLDER}';

type Found = Diagnostic & { readonly span: Span };

/** Results are kept, because flows share included files, and each flow is first compiled and then linted. */
const known = new WeakMap<Source, SecretOptions & { readonly found: readonly Found[] }>();

export function checkSecrets(source: Source, options: SecretOptions = {}): readonly Found[] {
  const { now, samples, isStrict } = options;
  const before = known.get(source);
  if (before && before.now === now && before.samples === samples && before.isStrict === isStrict) return before.found;
  const found = search(source, options);
  known.set(source, { now, samples, isStrict, found });
  return found;
}

const search = (source: Source, options: SecretOptions): readonly Found[] =>
  findSecrets(source.text, options).map(({ start, end, type, severity }) => ({
    code: SECRET_RULE.id,
    severity,
    message: `${hint(source.text.slice(start, end))} looks like ${type}`,
    span: { source, start, end },
    hint: `${secretFix}\nif it is a published sample, list it under samples: in authflow.config.yaml`,
  }));
