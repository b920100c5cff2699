/** Finds the participants that steps of a script name, and around which they are drawn. */
import type { ScriptStep } from './script.js';
import { LEGEND } from './step-ids.js';
import { endsOf } from './step.js';
import { flatWithNotes } from './tree.js';

/** One participant, or the first and last in drawing order. */
export type ParticipantSpan = readonly [string] | readonly [string, string];

/** The participants that a step itself names; its notes and the steps inside are not included. */
export function namedBy(step: ScriptStep): readonly string[] {
  switch (step.kind) {
    case 'message':
      return endsOf(step);
    case 'note':
    case 'ref':
      return step.participants;
    case 'activation':
      return [step.participant];
    case 'fragment':
    case 'highlight':
    case 'phase':
    case 'delay':
    case 'numbering':
      return [];
  }
}

/** The participants whose lifelines a step needs, without the steps inside; a legend and the end of an activation need none. */
export function lifelinesOf(step: ScriptStep): ReadonlySet<string> {
  if (step.step === LEGEND || (step.kind === 'activation' && !step.active)) return new Set();
  return new Set([step, ...(step.kind === 'message' ? step.notes : [])].flatMap(namedBy));
}

/**
 * The span of what the steps draw; of all participants where they draw nothing beside one.
 *
 * @param participants ids in drawing order, at least one
 */
export function spanOf(steps: readonly ScriptStep[], participants: readonly string[]): ParticipantSpan {
  const named = new Set([...flatWithNotes(steps)].flatMap((step) => (step.kind === 'activation' ? [] : namedBy(step))));
  const within = participants.filter((id) => named.has(id));
  const [first, last] = within.length > 0 ? [within[0], within.at(-1)] : [participants[0], participants.at(-1)];
  return first === last || last === undefined ? [first ?? ''] : [first ?? '', last];
}
