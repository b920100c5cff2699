/** Limits what is reported of one file: nobody reads thousands of findings, and most of them follow from a few. */
import type { Diagnostic, Severity } from '../../source/index.js';
import { severityNames } from '../../source/index.js';
import { count } from './printable.js';
import { countSeverities } from './report/index.js';

/** Findings of a file that are reported one by one. */
const LIMIT = 100;

/** Longer than any message of authflow's own words; what is quoted may be as long as a file. */
const LONGEST_MESSAGE = 2000;

/**
 * The first hundred findings of each file, errors before warnings and these before notices, and one that counts the others. It is as
 * severe as the worst of them. Findings without a file are limited together.
 *
 * @param diagnostics sorted by file and place, which the result is, too
 */
export function limitFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const path = diagnostic.span?.source.path ?? '';
    const others = files.get(path);
    if (others) others.push(diagnostic);
    else files.set(path, [diagnostic]);
  }
  return [...files.values()].flatMap(limitFile).map(shorten);
}

const ranks = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

function limitFile(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  // One more takes no more lines than the count of one.
  if (findings.length <= LIMIT + 1) return findings;
  const gravest = findings.toSorted((one, other) => ranks[one.severity] - ranks[other.severity]);
  const kept = new Set(gravest.slice(0, LIMIT));
  return [...findings.filter((finding) => kept.has(finding)), moreFindings(gravest.slice(LIMIT))];
}

function moreFindings(rest: readonly Diagnostic[]): Diagnostic {
  const [{ severity, span } = { severity: 'info' as const }] = rest;
  const counts = countSeverities(rest);
  const kinds = (Object.keys(ranks) as Severity[]).flatMap((one) =>
    counts[one] > 0 ? [count(counts[one], severityNames[one])] : [],
  );
  return {
    code: 'more-findings',
    severity,
    message: `and ${kinds.join(', ')} more in this file`,
    span: span && { ...span, start: 0, end: 0 },
    hint: 'they are listed once those above are fixed',
  };
}

function shorten(diagnostic: Diagnostic): Diagnostic {
  const { message, hint } = diagnostic;
  if (message.length <= LONGEST_MESSAGE && (hint?.length ?? 0) <= LONGEST_MESSAGE) return diagnostic;
  return { ...diagnostic, message: cut(message), ...(hint !== undefined && { hint: cut(hint) }) };
}

/** Drops the middle, as the end often says what is wrong. */
function cut(text: string): string {
  if (text.length <= LONGEST_MESSAGE) return text;
  const half = LONGEST_MESSAGE / 2;
  return `${text.slice(0, half).replace(/[\ud800-\udbff]$/, '')} … ${text.slice(-half).replace(/^[\udc00-\udfff]/, '')}`;
}
