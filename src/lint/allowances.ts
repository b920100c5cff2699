/** Applies a flow's allowances: rules that it may break, by id, each with a reason. */
import { rules as lintRules } from './rules/index.js';
import { flatSteps } from '../model/index.js';
import type { Allowance, Flow } from '../model/index.js';
import { unknownName } from '../source/index.js';
import type { Diagnostic } from '../source/index.js';
import type { LintRule, Finding } from './rule.js';

interface Allowed {
  /** The findings that no allowance covers. */
  readonly kept: readonly Finding[];
  readonly allowed: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Mistakes in the allowances themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `checked`: the rules that ran; allowances for other rules are not reported as unused. */
export function applyAllowances(flow: Flow, findings: readonly Finding[], checked: readonly LintRule[]): Allowed {
  const { allowances } = flow.lint;
  const valid = allowances.filter((allowance) => isKnown(allowance) && hasReason(allowance));
  const coverOf = (finding: Finding): Allowance | undefined => valid.find((allowance) => covers(allowance, finding));
  const covered = findings.flatMap((finding) => {
    const allowance = coverOf(finding);
    return allowance ? [{ finding, reason: allowance.reason.plain, allowance }] : [];
  });
  const used = new Set(covered.map(({ allowance }) => allowance));
  const unused = valid.filter(
    (allowance) => !used.has(allowance) && checked.some(({ id, name }) => [id, name].includes(allowance.rule)),
  );
  return {
    kept: findings.filter((finding) => !coverOf(finding)),
    allowed: covered.map(({ finding, reason }) => ({ finding, reason })),
    diagnostics: [
      ...allowances.filter((allowance) => !isKnown(allowance)).map(unknownRule),
      ...allowances.filter((allowance) => !hasReason(allowance)).map(missingReason),
      ...unknownSteps(flow),
      ...unused.map(unusedAllowance),
    ],
  };
}

const isKnown = ({ rule }: Allowance): boolean => lintRules.some(({ id, name }) => rule === id || rule === name);

const hasReason = ({ reason }: Allowance): boolean => reason.plain.trim() !== '';

const covers = ({ rule, steps }: Allowance, { rule: found, step }: Finding): boolean =>
  (rule === found.id || rule === found.name) &&
  (steps.length === 0 || steps.some(({ plain }) => step?.isNamed === true && plain === step.id));

const unknownRule = ({ rule, span }: Allowance): Diagnostic => ({
  code: 'known-allowances',
  severity: 'error',
  message: `unknown security rule ${JSON.stringify(rule)}`,
  span,
  ...unknownName(
    rule,
    'rules',
    lintRules.flatMap(({ id, name }) => [id, name]),
    span,
  ),
});

const missingReason = ({ rule, span }: Allowance): Diagnostic => ({
  code: 'allowance-reason',
  severity: 'error',
  message: `the allowance for ${rule} has no reason`,
  span,
  hint: 'write why the flow may break this rule',
});

function unknownSteps({ lint, steps }: Flow): readonly Diagnostic[] {
  const ids = [...flatSteps(steps)].flatMap(({ id, isNamed }) => (isNamed ? [id] : []));
  return lint.allowances.flatMap((allowance) =>
    allowance.steps
      .filter(({ plain }) => !ids.includes(plain))
      .map(({ plain, span }) => ({
        code: 'known-allowances',
        severity: 'error' as const,
        message: `no step has the id ${JSON.stringify(plain)}`,
        span: span ?? allowance.span,
        ...unknownName(plain, 'ids', ids, span),
      })),
  );
}

const unusedAllowance = ({ rule, span }: Allowance): Diagnostic => ({
  code: 'unused-allowances',
  severity: 'warning',
  message: `the allowance for ${rule} is unused: the flow does not break the rule`,
  span,
  hint: 'remove the allowance',
});
