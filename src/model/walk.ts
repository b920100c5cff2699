/** Walks over a flow's steps. */
import type { Message, Step } from './flow.js';

/** Every step, in document order, outer before inner. */
export function* flatSteps(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step;
    if (step.kind === 'fragment') for (const branch of step.branches) yield* flatSteps(branch.steps);
    else if (step.kind === 'highlight') yield* flatSteps(step.steps);
  }
}

export function* messagesOf(steps: readonly Step[]): Generator<Message> {
  for (const step of flatSteps(steps)) if (step.kind === 'message') yield step;
}
