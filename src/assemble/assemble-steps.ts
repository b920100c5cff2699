/** Builds the tree of steps. */
import { fragmentTypes } from '../model/index.js';
import type { Branch, FragmentType, Numbering, Participant, Step } from '../model/index.js';
import type { Text } from '../source/index.js';
import { branchesOf, branchSteps } from '../syntax/index.js';
import type { FlowShape, Scalar, Step as StepShape } from '../syntax/index.js';
import { assembleBase } from './assemble-base.js';
import { assembleMessages } from './assemble-messages.js';
import { assembleNote } from './assemble-notes.js';
import type { Fill } from './assemble-base.js';

/** `participants` in drawing order. Steps have only the author's ids so far; other ids are ''. */
export function assembleSteps(
  steps: readonly StepShape[],
  participants: readonly Participant[],
  fill: Fill,
): readonly Step[] {
  return steps.flatMap((step) => assembleStep(step, participants, fill));
}

function assembleStep(step: StepShape, participants: readonly Participant[], fill: Fill): readonly Step[] {
  if ('from' in step) return assembleMessages(step, participants, fill);
  if ('include' in step) return [];
  const base = assembleBase(step, fill);
  const inside = (steps: readonly StepShape[]): readonly Step[] => assembleSteps(steps, participants, fill);
  const type = fragmentTypes.find((name) => name in step);
  if (type) return [{ ...base, kind: 'fragment', type, ...assembleFragment(step, type, inside, fill) }];
  if ('rect' in step)
    return [
      {
        ...base,
        kind: 'highlight',
        color: colorOf(step.rect, fill),
        tone: step.tone?.value ?? null,
        steps: inside(step.steps),
      },
    ];
  if ('activate' in step) return [{ ...base, kind: 'activation', participant: step.activate.value, active: true }];
  if ('deactivate' in step) return [{ ...base, kind: 'activation', participant: step.deactivate.value, active: false }];
  if ('numbering' in step) return [{ ...base, kind: 'numbering', numbering: assembleNumbering(step.numbering) }];
  return 'note' in step ? [assembleNote(step, base, participants, fill)] : [];
}

const colorOf = (color: Scalar | undefined, fill: Fill): Text | null =>
  color && color.value !== 'theme' ? fill(color) : null;

function assembleFragment(
  step: StepShape,
  type: FragmentType,
  inside: (steps: readonly StepShape[]) => readonly Step[],
  fill: Fill,
) {
  const branches = branchesOf(step);
  if (branches) {
    const built = branches.map((branch): Branch => ({
      label: fill('key' in branch ? branch.key : branch.label),
      tone: ('tone' in branch ? branch.tone?.value : undefined) ?? null,
      steps: inside(branchSteps(branch)),
    }));
    return { branches: built, interval: null };
  }
  const region = step as Extract<StepShape, { steps: unknown }>;
  const label = (region as Readonly<Record<string, unknown>>)[type] as Scalar;
  const interval = region.interval ? fill(region.interval) : null;
  const branch: Branch = { label: fill(label), tone: region.tone?.value ?? null, steps: inside(region.steps) };
  return { branches: [branch], interval };
}

/** The default is Mermaid's badge, from 1 in steps of 1. Badges can't number by phase. */
export function assembleNumbering(numbering: FlowShape['numbering']): Numbering {
  const byPhase = numbering?.by?.value === 'phase';
  const show = numbering?.show?.value ?? (byPhase ? 'label' : 'badge');
  const redirects = numbering?.redirects?.value;
  return {
    badge: show === 'badge' || show === 'both',
    label: show === 'label' || show === 'both',
    start: numbering?.start?.value ?? 1,
    step: numbering?.step?.value ?? 1,
    byPhase,
    oneForRedirects: redirects === undefined ? null : redirects === 'one',
  };
}
