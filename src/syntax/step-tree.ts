/** Walks over the steps of a flow's shape. */
import { isOutside } from '../model/index.js';
import type { Step } from './schema.js';
import type { Scalar } from './shape.js';

type Branches = NonNullable<Extract<Step, { alt?: unknown }>['alt']>;
type BranchOf = Branches[number];

/** The branches of alt, par and critical; null for other steps. */
export function branchesOf(step: Step): Branches | null {
  const branches = 'alt' in step ? step.alt : 'par' in step ? step.par : 'critical' in step ? step.critical : undefined;
  return branches ?? null;
}

export const branchSteps = (branch: BranchOf): readonly Step[] => ('key' in branch ? branch.value : branch.steps);

/** The steps inside a step, by branch; empty for a step that contains no others. */
export function childSteps(step: Step): readonly (readonly Step[])[] {
  const branches = branchesOf(step);
  if (branches) return branches.map(branchSteps);
  return 'steps' in step ? [step.steps] : [];
}

/** Every step, in document order, outer before inner. */
export function allSteps(steps: readonly Step[], found: Step[] = []): readonly Step[] {
  for (const step of steps) {
    found.push(step);
    for (const inside of childSteps(step)) allSteps(inside, found);
  }
  return found;
}

type Steps = readonly Step[];

/** A copy of the tree with each list of steps mapped, from the inside out. */
export function mapSteps(steps: Steps, change: (steps: Steps) => Steps): Steps {
  return change(steps.flatMap((step) => mapInside(step, (inside) => mapSteps(inside, change)) ?? []));
}

/** A copy of a step with each list of steps in it mapped. Null removes the list's branch; returns null if no branch is left. */
export function mapInside(step: Step, map: (steps: Steps) => Steps | null): Step | null {
  const branches = branchesOf(step);
  if (branches) {
    const mapped = branches.flatMap((branch): BranchOf[] => {
      const steps = map(branchSteps(branch));
      return steps ? ['key' in branch ? { ...branch, value: steps } : { ...branch, steps }] : [];
    });
    const key = 'alt' in step ? 'alt' : 'par' in step ? 'par' : 'critical';
    return branches.length > 0 && mapped.length === 0 ? null : { ...step, [key]: mapped };
  }
  if (!('steps' in step)) return step;
  const steps = map(step.steps);
  return steps && { ...step, steps };
}

/** Whether an end of a message is none of a participant. */
export const isNowhere = ({ value }: Scalar): boolean => isOutside(value);

/** The participants that a step names, in the order of the keys, without those of the steps inside. */
export function participantsOf(step: Step): readonly Scalar[] {
  const names: (Scalar | undefined)[] = [];
  if ('from' in step) {
    names.push(...[step.from, step.to].filter((end) => !isNowhere(end)), step.via, step.destroy);
    for (const note of step.note ?? []) names.push(...(note.over ?? []), note.leftOf, note.rightOf);
  } else if ('ref' in step) names.push(...(step.over ?? []));
  else if ('note' in step) names.push(...(step.over ?? []), step.leftOf, step.rightOf);
  else if ('activate' in step) names.push(step.activate);
  else if ('deactivate' in step) names.push(step.deactivate);
  return names.filter((name) => name !== undefined);
}
