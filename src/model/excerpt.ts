/** A part of a flow: the steps that are shown, while the rest keeps its numbers. */
import type { Flow } from './flow.js';
import { flatSteps } from './tree.js';
import type { Message, Step } from './step.js';

/** The messages and notes of the part; what is around them, such as a fragment, is there as long as it holds one. */
export type Excerpt = ReadonlySet<Step>;

/**
 * One step by its id, with what answers it, or a phase by its name: all from the step that it starts with to the next
 * phase. Null where the flow has neither.
 */
export function findExcerpt(flow: Flow, name: string): Excerpt | null {
  const steps = [...flatSteps(flow.steps)];
  const step = steps.find(({ id }) => id !== '' && id === name);
  if (step) return new Set(withAnswers(step, steps));
  const phase = normalize(name);
  const start = steps.findIndex((one) => one.phase !== null && normalize(one.phase.plain) === phase);
  if (start < 0) return null;
  const length = steps.slice(start + 1).findIndex((one) => one.phase !== null);
  return new Set(length < 0 ? steps.slice(start) : steps.slice(start, start + 1 + length));
}

/** What {@link findExcerpt} finds: ids of steps and names of phases, in document order. */
export function excerptNames(flow: Flow): readonly string[] {
  const names = [...flatSteps(flow.steps)].flatMap(({ id, phase }) => [...(phase ? [phase.plain] : []), id]);
  return [...new Set(names.filter((name) => name !== ''))];
}

const normalize = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

function withAnswers(step: Step, steps: readonly Step[]): readonly Step[] {
  if (step.kind !== 'message') return [...flatSteps<Step>([step])];
  const after = steps.slice(steps.indexOf(step) + 1);
  const leg = step.redirectLeg === 'response' ? after.slice(0, 1) : [];
  return [step, ...leg, ...answersTo(step, after)];
}

/** The replies that name the message, else those on the way back until it is sent again. */
function answersTo(asked: Message, after: readonly Step[]): readonly Message[] {
  const messages = after.filter((step) => step.kind === 'message');
  const named = messages.filter(({ replyTo }) => asked.id !== '' && replyTo === asked.id);
  if (named.length > 0 || asked.isReply) return named;
  const again = messages.findIndex(({ from, to }) => from === asked.from && to === asked.to);
  return messages
    .slice(0, again < 0 ? undefined : again)
    .filter(({ isReply, replyTo, from, to }) => isReply && replyTo === '' && from === asked.to && to === asked.from);
}
