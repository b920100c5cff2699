/** Finds where the title of a phase stands. */
import { stepLists } from '../model/index.js';
import type { Step } from '../model/index.js';
import type { Text } from '../source/index.js';

/**
 * The phase whose title stands before a step: its own; for a fragment or region without one, the phase that begins with the first
 * step inside. Null for none.
 */
export function phaseBefore(step: Step): Text | null {
  const first = stepLists<Step>(step)[0]?.[0];
  return step.phase ?? (first ? phaseBefore(first) : null);
}

/** Whether the title of the phase that begins with the first step inside stands before the fragment or region. */
export const hasPhaseInside = (container: Step): boolean => container.phase === null && phaseBefore(container) !== null;
