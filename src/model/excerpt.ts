/** A part of a flow: the steps that are shown, while the rest keeps its numbers. */
import type { Flow } from './flow.js';
import { flatSteps } from './tree.js';
import type { Message, Step } from './step.js';

/** Ids of the part's messages and notes; what is around them, such as a fragment, is there as long as it holds one. */
export type Excerpt = ReadonlySet<string>;

/**
 * One step by its id, with what answers it, or a phase by its name: all from the step that it starts with to the next
 * phase. A note that stands with a message is shown with it. An id of the author's comes before a phase of the same name,
 * and a phase before an id made of a step's words. Null where the flow has neither.
 */
export function findExcerpt(flow: Flow, name: string): Excerpt | null {
  const steps = [...flatSteps(flow.steps)];
  const named = steps.find(({ id, isNamed }) => isNamed && id === name);
  if (named) return idsOf(withAnswers(named, steps));
  const phase = findPhase(steps, name);
  if (phase) return phase;
  const pointed = steps.find((step) => isCalled(step, name.normalize('NFC')));
  return pointed ? idsOf(withAnswers(pointed, steps)) : null;
}

const idsOf = (steps: readonly Step[]): Excerpt => new Set(steps.map(({ id }) => id));

const isCalled = (step: Step, name: string): boolean =>
  name !== '' && (step.id === name || (step.kind === 'message' && step.notes.some(({ id }) => id === name)));

function findPhase(steps: readonly Step[], name: string): Excerpt | null {
  const phase = normalize(name);
  const start = steps.findIndex((one) => one.phase !== null && normalize(one.phase.plain) === phase);
  if (start < 0) return null;
  const length = steps.slice(start + 1).findIndex((one) => one.phase !== null);
  return idsOf(length < 0 ? steps.slice(start) : steps.slice(start, start + 1 + length));
}

/**
 * What {@link findExcerpt} finds: in document order the author's ids of steps and names of phases, then the ids made of
 * steps' words.
 */
export function excerptNames(flow: Flow): readonly string[] {
  const steps = [...flatSteps(flow.steps)];
  const given = steps.flatMap(({ id, isNamed, phase }) => [...(phase ? [phase.plain] : []), ...(isNamed ? [id] : [])]);
  const made = steps.flatMap(({ id, isNamed }) => (isNamed ? [] : [id]));
  return [...new Set([...given, ...made].filter((name) => name !== ''))];
}

const normalize = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

function withAnswers(step: Step, steps: readonly Step[]): readonly Step[] {
  if (step.kind !== 'message') return [...flatSteps<Step>([step])];
  const after = steps.slice(steps.indexOf(step) + 1);
  const leg = after.slice(0, 1).filter((next) => next.kind === 'message' && next.redirectLeg === 'request');
  return [step, ...(step.redirectLeg === 'response' ? leg : []), ...answersTo(step, after)];
}

/** The replies that name the message, else those on the way back until it is sent again. */
function answersTo(asked: Message, after: readonly Step[]): readonly Message[] {
  const messages = after.filter((step) => step.kind === 'message');
  const named = messages.filter(({ replyTo }) => replyTo !== '' && replyTo === asked.id);
  if (named.length > 0 || asked.isReply) return named;
  const again = messages.findIndex(({ from, to }) => from === asked.from && to === asked.to);
  return messages
    .slice(0, again < 0 ? undefined : again)
    .filter(({ isReply, replyTo, from, to }) => isReply && replyTo === '' && from === asked.to && to === asked.from);
}
