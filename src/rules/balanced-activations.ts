import type { Report } from '../source/index.js';
import { childSteps, isNowhere } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

/**
 * Only an active participant is deactivated; otherwise Mermaid refuses the diagram ("Trying to inactivate an inactive
 * participant"). Each branch of a fragment begins with the fragment's activations; later steps continue from the last branch.
 */
export const balancedActivations: Rule = {
  code: 'balanced-activations',
  check({ steps }, report) {
    follow(steps ?? [], new Map(), report);
  },
};

/** How often each participant is active. */
type Depths = ReadonlyMap<string, number>;

/** The depths after the steps. */
function follow(steps: readonly Step[], before: Depths, report: Report): Depths {
  return steps.reduce((depths, step) => {
    const branches = childSteps(step);
    if (branches.length > 0) return branches.map((branch) => follow(branch, depths, report)).at(-1) ?? depths;
    return changesOf(step).reduce((now, change) => applyChange(now, change, report), depths);
  }, before);
}

interface Change {
  readonly participant: Scalar;
  readonly by: 1 | -1;
}

/** The activations that a step begins or ends, without those of the steps inside. */
export function changesOf(step: Step): readonly Change[] {
  if ('activate' in step && !('from' in step)) return [{ participant: step.activate, by: 1 }];
  if ('deactivate' in step && !('from' in step)) return [{ participant: step.deactivate, by: -1 }];
  if (!('from' in step)) return [];
  return [
    ...(step.activate?.value ? [{ participant: step.to, by: 1 } as const] : []),
    ...(step.deactivate?.value ? [{ participant: step.from, by: -1 } as const] : []),
  ].filter(({ participant }) => !isNowhere(participant));
}

function applyChange(depths: Depths, { participant, by }: Change, report: Report): Depths {
  const depth = (depths.get(participant.value) ?? 0) + by;
  if (depth >= 0) return new Map(depths).set(participant.value, depth);
  report({
    code: balancedActivations.code,
    severity: 'error',
    message: `${JSON.stringify(participant.value)} is not active here`,
    span: participant.span,
    hint: 'activate it first, or remove this deactivation',
  });
  return depths;
}
