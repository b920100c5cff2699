/** Checks compiled flows against the security rules. */
import type { OptionValues } from '../grammar/index.js';
import type { SkippedRule } from '../terminal/index.js';
import { UsageError } from '../world/index.js';
import type { Linted } from '../../lint/index.js';
import type { Remark } from '../../model/index.js';
import { nearestOf, severityNames } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { CompiledFlow, Visited } from './compile-flows.js';
import type { Project } from './config/index.js';

export interface LintedFlow extends Linted {
  readonly id: string;
  /** The path of the flow, as in messages. */
  readonly path: string;
  /** Whether warnings fail. */
  readonly isStrict: boolean;
}

export interface LintedProject extends Project {
  readonly linted: readonly LintedFlow[];
  /** See {@link Visited}. */
  readonly ids: Visited<unknown>['ids'];
}

/** The diagnostics that must be fixed: all except notices. */
export const problemsIn = (linted: readonly Linted[]): readonly Diagnostic[] =>
  linted.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');

/** Whether a flow has a warning that fails. */
export const failsStrictly = (linted: readonly LintedFlow[]): boolean =>
  linted.some(({ isStrict, findings }) => isStrict && findings.some(({ severity }) => severity === 'warning'));

/** The rules that had nothing to check in a flow. */
export const skippedRules = ({ path, skipped }: LintedFlow): readonly SkippedRule[] =>
  skipped.map((one) => ({ ...one, path }));

/** Findings to show with their flows. */
export async function remarksOn(
  flows: readonly CompiledFlow[],
  options: Pick<OptionValues, 'profile'>,
): Promise<readonly Remark[]> {
  const lint = await openLinter();
  return flows.flatMap((compiled) =>
    lint(compiled, { options }).findings.flatMap((found): Remark[] => {
      if (!('rule' in found)) return [];
      const { code, message, fix, source, step } = found;
      const severity = severityNames[found.severity];
      return [{ flow: compiled.flow.id, at: step?.span ?? null, rule: code, severity, message, fix, source }];
    }),
  );
}

interface LintOptions {
  readonly options: Pick<OptionValues, 'profile' | 'rule' | 'strict'>;
}

/** Loads the rules, and returns what checks a flow as its project says. Throws a UsageError for an unknown rule. */
export async function openLinter({ rule: asked }: Pick<OptionValues, 'rule'> = {}): Promise<
  (compiled: CompiledFlow, project: LintOptions) => LintedFlow
> {
  // Loaded on demand: much code that few commands need.
  const { lintFlow, rules } = await import('../../lint/index.js');
  const known = rules.flatMap(({ id, name }) => [id, name]);
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`--rule ${unknown}: ${nearestOf(unknown, 'rules', known)}`);
  return ({ flow, source, sources, samples, now }, { options: { rule, profile, strict } }) => ({
    id: flow.id,
    path: source.path,
    isStrict: strict === true,
    ...lintFlow(flow, { sources, samples, rules: rule, profiles: profile, now }),
  });
}
