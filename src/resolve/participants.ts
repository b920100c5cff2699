/** Lists the participants that a step names. */
import type { Scalar, Step } from '../syntax/index.js';

/** In the order of the keys, without those of the steps inside. */
export function participantsOf(step: Step): readonly Scalar[] {
  const names: (Scalar | undefined)[] = [];
  if ('from' in step) {
    names.push(step.from, step.via, step.to, step.destroy);
    for (const note of step.note ?? []) names.push(...(note.over ?? []), note.leftOf, note.rightOf);
  } else if ('note' in step) names.push(...(step.over ?? []), step.leftOf, step.rightOf);
  else if ('activate' in step) names.push(step.activate);
  else if ('deactivate' in step) names.push(step.deactivate);
  return names.filter((name) => name !== undefined);
}
