/** Findings as a baseline lists them: by flow, rule and content, not by place, so that they stay the same where steps move. */
import type { LintedFlow } from '../project/index.js';
import type { Finding } from '../../lint/index.js';
import type { Message } from '../../model/index.js';
import { secretMasker } from '../../secrets/index.js';
import { severityNames } from '../../source/index.js';

export interface Entry {
  /** The id of the flow. */
  readonly flow: string;
  /** The id of the rule. */
  readonly rule: string;
  /** A value of {@link severityNames}. */
  readonly severity: string;
  /** `B -> AS: GET /authorize`; '' for a finding that belongs to no message. */
  readonly step: string;
  readonly message: string;
}

/** Entries, each with the number of equal findings. */
export type Counts = ReadonlyMap<string, { readonly entry: Entry; readonly number: number }>;

/** Equal for equal entries. */
export const keyOf = ({ flow, rule, severity, step, message }: Entry): string =>
  JSON.stringify([flow, rule, severity, step, message]);

/** The file is committed: secrets in texts are masked, as in reports. */
export function entryOf({ id }: LintedFlow, { code, severity, message, step, span }: Finding): Entry {
  const mask = secretMasker(span.source.text);
  return {
    flow: id,
    rule: code,
    severity: severityNames[severity],
    step: step ? mask(lineOf(step)) : '',
    message: mask(message),
  };
}

/** As in the flow file, without the values of variables, which `--set` may change. */
function lineOf({ from, to, isReply, text }: Message): string {
  const parts = text.parts.map((part) => {
    if (part.kind === 'literal') return part.text;
    return part.kind === 'variable' ? `\${${part.name}}` : `\${step:${part.id}}`;
  });
  return `${from} ${isReply ? '-->' : '->'} ${to}: ${parts.join('')}`;
}

export function countEntries(entries: readonly Entry[]): Counts {
  const counts = new Map<string, { readonly entry: Entry; readonly number: number }>();
  for (const entry of entries) {
    const key = keyOf(entry);
    counts.set(key, { entry, number: (counts.get(key)?.number ?? 0) + 1 });
  }
  return counts;
}
