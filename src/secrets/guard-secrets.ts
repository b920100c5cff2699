/** Handles secrets in a flow's files, between the check of the flow and its model. */
import type { Report, Source } from '../source/index.js';
import { checkSecrets, SECRET_RULE } from './check-secrets.js';
import { redactSecrets, redactSource } from './mask-secrets.js';

export interface GuardOptions {
  /**
   * How secrets in the files, such as tokens in a known format, are handled. refuse, the default: they are errors,
   * unless the flow allows them (`lint: { allow: { SEC040: reason } }`); redact: REDACTED replaces them;
   * ignore: they are left to the security rules.
   */
  readonly secrets?: 'refuse' | 'redact' | 'ignore' | undefined;
  /** Seconds since 1970, to recognize expired tokens. Default: no token counts as expired. */
  readonly now?: number | undefined;
  /** Published samples that look like secrets; matched exactly. */
  readonly samples?: readonly string[] | undefined;
}

/** The texts to check. */
interface Guarded {
  readonly sources: readonly Source[];
  /** Values of variables that come from outside the files. */
  readonly set: Readonly<Record<string, string>>;
  /** Ids and names of the security rules that the flow may break. */
  readonly allowed: readonly string[];
}

/** The source that the next stages may read. */
export const guardSource = (source: Source, { secrets, samples }: GuardOptions): Source =>
  secrets === 'redact' ? redactSource(source, { samples }) : source;

/** The values that the next stages may read. */
export function guardValues(
  values: Readonly<Record<string, string>>,
  { secrets, samples }: GuardOptions,
): Readonly<Record<string, string>> {
  if (secrets !== 'redact') return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, redactSecrets(value, { samples })]));
}

export function guardSecrets({ sources, set, allowed }: Guarded, options: GuardOptions, report: Report): void {
  const { secrets, now, samples } = options;
  const strict = { now, samples, isStrict: true };
  if (secrets === 'redact' || allowed.includes(SECRET_RULE.id) || allowed.includes(SECRET_RULE.name)) return;
  for (const found of sources.flatMap((source) => checkSecrets(source, strict)))
    if (found.severity !== 'info') report(found);
  for (const [name, text] of Object.entries(set))
    for (const { span: _, message, ...found } of checkSecrets({ path: name, text }, strict))
      if (found.severity === 'error') report({ ...found, message: `the value of ${name}, ${message}` });
}
