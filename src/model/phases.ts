/**
 * Phases: each begins with the step that names it, and ends at the next one in the same list of steps, or with that list. After a
 * branch, the phase around it continues.
 */
import type { Text } from '../source/index.js';
import type { Step } from './step.js';
import { stepLists } from './tree.js';

/**
 * The phase that begins before a step: its own; for a fragment or region without one, the phase that begins with the first step
 * inside. Null for none.
 */
export function phaseBefore(step: Step): Text | null {
  const first = stepLists<Step>(step)[0]?.[0];
  return step.phase ?? (first ? phaseBefore(first) : null);
}

/** Whether the phase that begins with the first step inside begins before the fragment or region. */
export const hasPhaseInside = (container: Step): boolean => container.phase === null && phaseBefore(container) !== null;

/** The phase of every step, in document order: the text that names it where it begins, or null before the first one. */
export function phasesOf(steps: readonly Step[]): ReadonlyMap<Step, Text | null> {
  const phases = new Map<Step, Text | null>();
  const walk = (list: readonly Step[], around: Text | null, container: Step | null): void => {
    let phase = around;
    for (const [index, step] of list.entries()) {
      const isBegun = index === 0 && container !== null && hasPhaseInside(container);
      phase = (isBegun ? null : phaseBefore(step)) ?? phase;
      phases.set(step, phase);
      for (const [branch, inside] of stepLists(step).entries()) walk(inside, phase, branch === 0 ? step : null);
    }
  };
  walk(steps, null, null);
  return phases;
}
