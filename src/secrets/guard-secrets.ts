/** The guard between the check of a flow and its model: what becomes of secrets that its files hold. */
import type { Report, Source } from '../source/index.js';
import { checkSecrets, SECRET_RULE } from './check-secrets.js';
import { redactSecrets, redactSource } from './find-secrets.js';

export interface GuardOptions {
  /**
   * What becomes of secrets that the files hold, such as tokens in a known form. refuse, the default: they are errors,
   * unless the flow allows them (`lint: { allow: { SEC040: reason } }`); redact: the word REDACTED takes their place;
   * ignore: they stay, for the security rules to find.
   */
  readonly secrets?: 'refuse' | 'redact' | 'ignore' | undefined;
  /** Seconds since 1970: tells expired tokens from live ones. Default: none is taken for expired. */
  readonly now?: number | undefined;
  /** Values that look like secrets and are published samples; matched exactly. */
  readonly samples?: readonly string[] | undefined;
}

/** What is guarded. */
interface Guarded {
  readonly sources: readonly Source[];
  /** Values of variables from outside of the files. */
  readonly set: Readonly<Record<string, string>>;
  /** Ids and names of the security rules that the flow may break. */
  readonly allowed: readonly string[];
}

/** A source as the stages may read it. */
export const guardSource = (source: Source, { secrets, samples }: GuardOptions): Source =>
  secrets === 'redact' ? redactSource(source, { samples }) : source;

/** Values from outside as the stages may read them. */
export function guardValues(
  values: Readonly<Record<string, string>>,
  { secrets, samples }: GuardOptions,
): Readonly<Record<string, string>> {
  if (secrets !== 'redact') return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, redactSecrets(value, { samples })]));
}

export function guardSecrets({ sources, set, allowed }: Guarded, options: GuardOptions, report: Report): void {
  const { secrets, now, samples } = options;
  if (secrets === 'redact' || allowed.includes(SECRET_RULE.id) || allowed.includes(SECRET_RULE.name)) return;
  for (const found of sources.flatMap((source) => checkSecrets(source, { now, samples })))
    if (found.severity !== 'info') report(found);
  for (const [name, text] of Object.entries(set))
    for (const { span: _, message, ...found } of checkSecrets({ path: name, text }, { now, samples }))
      if (found.severity === 'error') report({ ...found, message: `the value of ${name}, ${message}` });
}
