/** Numbers the phases of a flow, for messages that are numbered within their phase. */
import { phasesOf } from '../model/index.js';
import type { Message, Step } from '../model/index.js';

/**
 * The number of each message's phase. Phases without messages of their own have no number, and messages before the first phase
 * count in phase 1.
 */
export function phaseNumbers(steps: readonly Step[]): ReadonlyMap<Message, number> {
  const phases = [...phasesOf(steps)].flatMap(([step, phase]) =>
    step.kind === 'message' ? [[step, phase] as const] : [],
  );
  const inOrder = [...new Set(phases.map(([, phase]) => phase))].filter((phase) => phase !== null);
  const numbers = new Map(inOrder.map((phase, index) => [phase, index + 1]));
  return new Map(phases.map(([message, phase]) => [message, (phase && numbers.get(phase)) ?? 1]));
}
