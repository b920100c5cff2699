import type { Report } from '../diagnostic.js';
import type { Scalar } from '../syntax/shape.js';
import { allSteps } from '../syntax/walk.js';
import type { Rule } from './rule.js';

/**
 * Only an active participant is deactivated. Mermaid counts in document order, through all branches, and refuses the
 * diagram otherwise ("Trying to inactivate an inactive participant").
 */
export const balancedActivations: Rule = {
  code: 'balanced-activations',
  check({ steps }, report) {
    const depth = new Map<string, number>();
    for (const step of allSteps(steps ?? [])) {
      if ('from' in step) {
        if (step.activate?.value) change(depth, step.to, 1, report);
        if (step.deactivate?.value) change(depth, step.from, -1, report);
      } else if ('activate' in step) change(depth, step.activate, 1, report);
      else if ('deactivate' in step) change(depth, step.deactivate, -1, report);
    }
  },
};

function change(depth: Map<string, number>, participant: Scalar, by: number, report: Report): void {
  const now = (depth.get(participant.value) ?? 0) + by;
  depth.set(participant.value, Math.max(now, 0));
  if (now >= 0) return;
  report({
    code: balancedActivations.code,
    severity: 'error',
    message: `${JSON.stringify(participant.value)} is not active here`,
    span: participant.span,
    hint: 'activate it before, or remove this deactivation',
  });
}
