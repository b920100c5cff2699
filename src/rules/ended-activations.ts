import type { Report } from '../source/index.js';
import { allSteps, childSteps } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import { changesOf } from './balanced-activations.js';
import type { Rule } from './rule.js';

/** An activation is ended, or its participant is destroyed. Diagrams end others with the last step, or with their branch. */
export const endedActivations: Rule = {
  code: 'ended-activations',
  check({ steps = [] }, report) {
    const destroyed = new Set(allSteps(steps).map((step) => ('from' in step ? step.destroy?.value : undefined)));
    const remind = (left: Open): void => {
      for (const participant of left) if (!destroyed.has(participant.value)) reportOpen(participant, report);
    };
    remind([...follow(steps, new Map(), remind).values()].flat());
  },
};

/** The activations that nobody has ended yet, as the steps name their participant. */
type Open = readonly Scalar[];
type OpenBy = ReadonlyMap<string, Open>;

/** What is open after the steps. `remind` gets what a branch leaves open that the fragment's last branch does not. */
function follow(steps: readonly Step[], before: OpenBy, remind: (left: Open) => void): OpenBy {
  return steps.reduce((open, step) => {
    const branches = childSteps(step).map((branch) => follow(branch, open, remind));
    const last = branches.at(-1);
    if (last) {
      for (const branch of branches) for (const [name, left] of branch) remind(left.slice(last.get(name)?.length ?? 0));
      return last;
    }
    return changesOf(step).reduce((now, { participant, by }) => {
      const those = now.get(participant.value) ?? [];
      return new Map(now).set(participant.value, by > 0 ? [...those, participant] : those.slice(0, -1));
    }, open);
  }, before);
}

function reportOpen({ value, span }: Scalar, report: Report): void {
  report({
    code: endedActivations.code,
    severity: 'warning',
    message: `nothing ends this activation of ${JSON.stringify(value)}`,
    span,
    hint: `end it in its last message with "-->-", or with "deactivate: ${value}"`,
  });
}
