/** Walks over a flow's steps. */
import type { Exchange, Message, Step } from './step.js';

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

/** The request that a redirect through a browser causes: its second message, which has no id of its own. */
export function causedRequest(redirect: Message, messages: readonly Message[]): Exchange | null {
  const next = messages[messages.indexOf(redirect) + 1];
  if (redirect.redirectLeg !== 'response' || next?.redirectLeg !== 'request') return null;
  return isExchange(next) ? next : null;
}

export const isExchange = (message: Message): message is Exchange => message.request !== null;
