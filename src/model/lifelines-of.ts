import type { ScriptStep } from './script.js';
import { LEGEND } from './step-ids.js';

/** The participants whose lifelines a step of a script needs, without the steps inside; a legend and the end of an activation need none. */
export function lifelinesOf(step: ScriptStep): ReadonlySet<string> {
  if (step.step === LEGEND) return new Set();
  if (step.kind === 'message') return new Set([step.from, step.to, ...step.notes.flatMap((note) => note.participants)]);
  if (step.kind === 'note') return new Set(step.participants);
  return new Set(step.kind === 'activation' && step.active ? [step.participant] : []);
}
