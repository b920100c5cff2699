import type { ScriptStep } from './script.js';
import { LEGEND } from './step-ids.js';
import { isOutside } from './step.js';

/** The participants whose lifelines a step of a script needs, without the steps inside; a legend and the end of an activation need none. */
export function lifelinesOf(step: ScriptStep): ReadonlySet<string> {
  if (step.step === LEGEND) return new Set();
  if (step.kind === 'message')
    return new Set(
      [step.from, step.to, ...step.notes.flatMap((note) => note.participants)].filter((id) => !isOutside(id)),
    );
  if (step.kind === 'note' || step.kind === 'ref') return new Set(step.participants);
  return new Set(step.kind === 'activation' && step.active ? [step.participant] : []);
}
