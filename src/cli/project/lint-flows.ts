/** Checks compiled flows against the security rules. */
import type { OptionValues } from '../grammar/index.js';
import type { SkippedRule } from '../terminal/index.js';
import { UsageError } from '../world/index.js';
import type { Linted } from '../../lint/index.js';
import type { Remark } from '../../model/index.js';
import { nearestOf, severityNames } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { CompiledFlow } from './compile-flows.js';
import type { Project } from './config/index.js';

export interface LintedFlow extends Linted {
  readonly compiled: CompiledFlow;
  /** Whether warnings fail. */
  readonly isStrict: boolean;
}

export interface LintedProject extends Project {
  readonly linted: readonly LintedFlow[];
}

/** The diagnostics that must be fixed: all except notices. */
export const problemsIn = (linted: readonly LintedFlow[]): readonly Diagnostic[] =>
  linted.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');

/** Whether a flow has a warning that fails. */
export const failsStrictly = (linted: readonly LintedFlow[]): boolean =>
  linted.some(({ isStrict, findings }) => isStrict && findings.some(({ severity }) => severity === 'warning'));

/** The rules that had nothing to check in a flow. */
export const skippedRules = ({ compiled, skipped }: LintedFlow): readonly SkippedRule[] =>
  skipped.map((one) => ({ ...one, path: compiled.source.path }));

/** Findings to show with their flows. */
export async function remarksOn(
  flows: readonly CompiledFlow[],
  options: Pick<OptionValues, 'profile'>,
): Promise<readonly Remark[]> {
  const linted = await lintFlows(flows, options);
  return linted.flatMap(({ compiled: { flow }, findings }) =>
    findings.flatMap((found): Remark[] => {
      if (!('rule' in found)) return [];
      const { code, message, fix, source, step } = found;
      const severity = severityNames[found.severity];
      return [{ flow: flow.id, at: step?.span ?? null, rule: code, severity, message, fix, source }];
    }),
  );
}

/** Checks the flows of each project as its options say. */
export const lintProjects = (
  projects: readonly (Project & { readonly flows: readonly CompiledFlow[] })[],
): Promise<readonly LintedProject[]> =>
  Promise.all(
    projects.map(async (project) => ({ ...project, linted: await lintFlows(project.flows, project.options) })),
  );

async function lintFlows(
  flows: readonly CompiledFlow[],
  { rule, profile, strict }: Pick<OptionValues, 'rule' | 'profile' | 'strict'>,
): Promise<readonly LintedFlow[]> {
  // Loaded on demand: much code that few commands need.
  const { lintFlow, rules } = await import('../../lint/index.js');
  const known = rules.flatMap(({ id, name }) => [id, name]);
  const unknown = rule?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`--rule ${unknown}: ${nearestOf(unknown, 'rules', known)}`);
  const now = Math.floor(Date.now() / 1000);
  return flows.map((compiled) => ({
    compiled,
    isStrict: strict === true,
    ...lintFlow(compiled.flow, {
      sources: compiled.sources,
      samples: compiled.samples,
      rules: rule,
      profiles: profile,
      now,
    }),
  }));
}
