/** Checks compiled flows against the security rules. */
import type { OptionValues } from '../grammar/index.js';
import type { SkippedRule } from '../terminal/index.js';
import { UsageError } from '../world/index.js';
import type { Linted } from '../../lint/index.js';
import type { Remark } from '../../model/index.js';
import { nearestOf, severityNames } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { CompiledFlow } from './compile-flows.js';

export interface LintedFlow extends Linted {
  /** The path of the flow, as in messages. */
  readonly path: string;
}

/** The diagnostics that must be fixed: all except notices. */
export const problemsIn = ({ findings }: Linted): readonly Diagnostic[] =>
  findings.filter(({ severity }) => severity !== 'info');

/** The rules that had nothing to check in a flow. */
export const skippedRules = ({ path, skipped }: LintedFlow): readonly SkippedRule[] =>
  skipped.map((one) => ({ ...one, path }));

/** Findings to show with their flows. */
export async function remarksOn(flows: readonly CompiledFlow[]): Promise<readonly Remark[]> {
  const lint = await openLinter();
  return flows.flatMap((compiled) =>
    lint(compiled).findings.flatMap((found): Remark[] => {
      if (!('rule' in found)) return [];
      const { code, message, fix, source, step } = found;
      const severity = severityNames[found.severity];
      return [{ flow: compiled.flow.id, at: step?.span ?? null, rule: code, severity, message, fix, source }];
    }),
  );
}

/** Loads the rules, and returns what checks a flow. Throws a UsageError for an unknown rule. */
export async function openLinter({ rule, profile }: Pick<OptionValues, 'rule' | 'profile'> = {}): Promise<
  (compiled: CompiledFlow) => LintedFlow
> {
  // Loaded on demand: much code that few commands need.
  const { lintFlow, rules } = await import('../../lint/index.js');
  const known = rules.flatMap(({ id, name }) => [id, name]);
  const unknown = rule?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`--rule ${unknown}: ${nearestOf(unknown, 'rules', known)}`);
  return ({ flow, source, sources, samples, now }) => ({
    path: source.path,
    ...lintFlow(flow, { sources, samples, rules: rule, profiles: profile, now }),
  });
}
