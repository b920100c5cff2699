/** A part of a flow: the steps that are shown. They keep their numbers. */
import type { Flow } from './flow.js';
import { phasesOf } from './phases.js';
import { flatSteps } from './tree.js';
import type { Message, Step } from './step.js';

/** The ids of the part's messages and notes. A fragment or region is shown if it contains one of them. */
export type Excerpt = ReadonlySet<string>;

/**
 * Finds one step by its id, with its answers, or a phase by its name: all its steps, also those after a branch with a
 * phase of its own. A note attached to a message is shown with it. An author's id takes precedence over a phase of the same name,
 * and a phase over an id derived from a step's text. Null where the flow has neither.
 */
export function findExcerpt(flow: Flow, name: string): Excerpt | null {
  const steps = [...flatSteps(flow.steps)];
  const named = steps.find(({ id, isNamed }) => isNamed && id === name);
  if (named) return idsOf(withAnswers(named, steps));
  const phase = findPhase(flow, name);
  if (phase) return phase;
  const pointed = steps.find((step) => isCalled(step, name.normalize('NFC')));
  return pointed ? idsOf(withAnswers(pointed, steps)) : null;
}

const idsOf = (steps: readonly Step[]): Excerpt => new Set(steps.map(({ id }) => id));

const isCalled = (step: Step, name: string): boolean =>
  name !== '' && (step.id === name || (step.kind === 'message' && step.notes.some(({ id }) => id === name)));

function findPhase({ steps }: Flow, name: string): Excerpt | null {
  const phases = [...phasesOf(steps)];
  const found = phases.find(([, phase]) => phase !== null && normalize(phase.plain) === normalize(name))?.[1];
  return found ? idsOf(phases.flatMap(([step, phase]) => (phase === found ? [step] : []))) : null;
}

/**
 * The names that {@link findExcerpt} accepts, in document order: first the author's step ids and the phase names, then the ids
 * derived from steps' texts.
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

/** The replies that name the message; otherwise those in the opposite direction, until it is sent again. */
function answersTo(asked: Message, after: readonly Step[]): readonly Message[] {
  const messages = after.filter((step) => step.kind === 'message');
  const named = messages.filter(({ replyTo }) => replyTo !== '' && replyTo === asked.id);
  if (named.length > 0 || asked.isReply) return named;
  const again = messages.findIndex(({ from, to }) => from === asked.from && to === asked.to);
  return messages
    .slice(0, again < 0 ? undefined : again)
    .filter(({ isReply, replyTo, from, to }) => isReply && replyTo === '' && from === asked.to && to === asked.from);
}
