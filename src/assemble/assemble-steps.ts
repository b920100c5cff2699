/** The tree of steps. */
import type { Step as StepShape } from '../syntax/schema.js';
import type { Scalar } from '../syntax/shape.js';
import { branchesOf, branchSteps } from '../syntax/walk.js';
import type { Text } from '../source/filled-text.js';
import type { Fill } from './assemble-flow.js';
import { buildBase } from './assemble-base.js';
import { buildMessages } from './assemble-messages.js';
import { buildNote } from './assemble-notes.js';
import { buildNumbering } from './assemble-numbering.js';
import { fragmentTypes } from '../model/flow.js';
import type { Branch, FragmentType, Participant, Step } from '../model/flow.js';

/** `participants` in drawing order. */
export function buildSteps(
  steps: readonly StepShape[],
  participants: readonly Participant[],
  fill: Fill,
): readonly Step[] {
  return steps.flatMap((step) => buildStep(step, participants, fill));
}

function buildStep(step: StepShape, participants: readonly Participant[], fill: Fill): readonly Step[] {
  if ('from' in step) return buildMessages(step, participants, fill);
  if ('include' in step) return [];
  const base = buildBase(step, fill);
  const inside = (steps: readonly StepShape[]): readonly Step[] => buildSteps(steps, participants, fill);
  const type = fragmentTypes.find((name) => name in step);
  if (type) return [{ ...base, kind: 'fragment', type, ...buildFragment(step, type, inside, fill) }];
  if ('rect' in step)
    return [{ ...base, kind: 'highlight', color: colorOf(step.rect, fill), steps: inside(step.steps) }];
  if ('activate' in step) return [{ ...base, kind: 'activation', participant: step.activate.value, active: true }];
  if ('deactivate' in step) return [{ ...base, kind: 'activation', participant: step.deactivate.value, active: false }];
  if ('numbering' in step) return [{ ...base, kind: 'numbering', numbering: buildNumbering(step.numbering) }];
  return 'note' in step ? [buildNote(step, base, participants, fill)] : [];
}

const colorOf = (color: Scalar | undefined, fill: Fill): Text | null =>
  color && color.value !== 'theme' ? fill(color) : null;

function buildFragment(
  step: StepShape,
  type: FragmentType,
  inside: (steps: readonly StepShape[]) => readonly Step[],
  fill: Fill,
) {
  const branches = branchesOf(step);
  if (branches) {
    const built = branches.map((branch): Branch => ({
      label: fill('key' in branch ? branch.key : branch.label),
      steps: inside(branchSteps(branch)),
    }));
    return { branches: built, interval: null };
  }
  const region = step as Extract<StepShape, { steps: unknown }>;
  const label = (region as Readonly<Record<string, unknown>>)[type] as Scalar;
  const interval = region.interval ? fill(region.interval) : null;
  return { branches: [{ label: fill(label), steps: inside(region.steps) }], interval };
}
