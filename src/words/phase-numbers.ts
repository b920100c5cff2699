/** Numbers the phases of a flow, for messages that are numbered within their phase. */
import { stepLists } from '../model/index.js';
import type { Message, Step } from '../model/index.js';

/** A phase, by the step that begins it; null before the first. */
type Phase = Step | null;

/**
 * The number of each message's phase. A phase goes on to the next one in its list of steps, so one that begins inside a branch
 * ends with the branch; one that begins with the first step of a fragment or region contains it. Phases without messages of their
 * own have no number, and messages before the first phase count in phase 1.
 */
export function phaseNumbers(steps: readonly Step[]): ReadonlyMap<Message, number> {
  const phases = new Map<Message, Phase>();
  walk(steps, null, phases);
  const inOrder: Phase[] = [];
  for (const phase of phases.values()) if (phase !== null && !inOrder.includes(phase)) inOrder.push(phase);
  return new Map([...phases].map(([message, phase]) => [message, Math.max(0, inOrder.indexOf(phase)) + 1]));
}

function walk(steps: readonly Step[], around: Phase, phases: Map<Message, Phase>): void {
  let phase = around;
  for (const step of steps) {
    const opening = openingOf(step);
    phase = opening ?? phase;
    if (step.kind === 'message') phases.set(step, phase);
    for (const inside of stepLists<Step>(step)) walk(inside, phase, phases);
  }
}

/** The step whose phase begins before this one: itself, or the first step inside. */
function openingOf(step: Step): Phase {
  if (step.phase) return step;
  const first = stepLists<Step>(step)[0]?.[0];
  return first ? openingOf(first) : null;
}
