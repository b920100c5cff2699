/** What every step has. */
import type { Step as StepShape } from '../syntax/schema.js';
import type { Scalar } from '../syntax/shape.js';
import { placeOf } from '../syntax/walk.js';
import type { Text } from '../source/filled-text.js';
import type { Fill } from './assemble-flow.js';
import type { StepBase, Threat } from '../model/flow.js';

type BaseShape = Pick<Exclude<StepShape, { include: Scalar }>, 'id' | 'phase' | 'threats'> & {
  readonly ascii?: unknown;
};

export function buildBase(step: BaseShape & StepShape, fill: Fill): StepBase {
  const { ascii } = step;
  return {
    id: step.id?.value ?? '',
    phase: step.phase ? fill(step.phase) : null,
    threats: (step.threats ?? []).map((threat): Threat => ({
      title: fill(threat.title),
      stride: threat.stride?.value ?? '',
      mitigation: threat.mitigation ? fill(threat.mitigation) : null,
      source: threat.source ? fill(threat.source) : null,
    })),
    inText: !isFalse(ascii),
    span: placeOf(step),
  };
}

/** `ascii: false` */
export const isFalse = (ascii: unknown): boolean =>
  typeof ascii === 'object' && ascii !== null && 'value' in ascii && ascii.value === false;

/** Other words in the text diagram; null where there are none. */
export function asciiWords(ascii: unknown, fill: Fill): Text | null {
  if (typeof ascii !== 'object' || ascii === null || !('text' in ascii) || 'value' in ascii) return null;
  return fill(ascii.text as Scalar);
}
