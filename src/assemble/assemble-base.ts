/** Builds what every kind of step has. */
import type { StepBase, Threat } from '../model/index.js';
import type { Text } from '../source/index.js';
import { placeOf } from '../syntax/index.js';
import type { Scalar, Step as StepShape } from '../syntax/index.js';

type BaseShape = Pick<Exclude<StepShape, { include: Scalar }>, 'id' | 'phase' | 'threats'> & {
  readonly ascii?: unknown;
};

export function assembleBase(step: BaseShape & StepShape, fill: Fill): StepBase {
  const { ascii } = step;
  return {
    id: step.id?.value ?? '',
    isNamed: step.id !== undefined,
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

/** Fills in the variables of a scalar; an absent one is the empty text. */
export type Fill = (scalar: Scalar<string | number | boolean> | undefined) => Text;
