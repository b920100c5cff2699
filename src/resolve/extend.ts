/** `extends`: a flow as a variation of another one, and `patch`, which changes its steps by id. */
import type { Report } from '../diagnostic.js';
import { nearestOf } from '../diagnostic.js';
import type { FlowShape, Patch, Step } from '../syntax/schema.js';
import type { Scalar } from '../syntax/shape.js';
import { allSteps, mapSteps, placeOf } from '../syntax/walk.js';
import { mergeShapes } from './merge.js';

/** The base with the flow laid over it. A list, such as `steps`, replaces the base's; `patch` changes the base's steps. */
export function extendFlow(base: FlowShape, over: FlowShape, report: Report): FlowShape {
  const { patch, extends: _, include: __, ...overrides } = over;
  const { steps, ...rest } = base;
  const merged = mergeShapes<FlowShape>(rest, overrides);
  const start = over.steps ?? steps ?? [];
  return { ...merged, steps: (patch ?? []).reduce((list, entry) => applyPatch(list, entry, report), start) };
}

function applyPatch(steps: readonly Step[], patch: Patch, report: Report): readonly Step[] {
  const target = findTarget(patch, report);
  if (target === null) return steps;
  const ids = [...allSteps(steps)].map(idOf).filter((id) => id !== '');
  if (!ids.includes(target.value)) {
    report({
      code: 'known-steps',
      severity: 'error',
      message: `the base has no step with the id ${JSON.stringify(target.value)}`,
      span: target.span,
      hint: nearestOf(target.value, 'ids', ids),
    });
    return steps;
  }
  return mapSteps(steps, (list) =>
    list.flatMap((step) => (idOf(step) === target.value ? changeStep(step, patch) : [step])),
  );
}

const idOf = (step: Step): string => ('id' in step ? (step.id?.value ?? '') : '');

function changeStep(step: Step, patch: Patch): readonly Step[] {
  if (patch.remove) return [];
  if (patch.before) return [...(patch.insert ?? []), step];
  if (patch.after) return [step, ...(patch.insert ?? [])];
  return [mergeShapes(step, patch.set as Step)];
}

/** The step that a patch names; null, with a report, where the patch is not exactly one change. */
function findTarget(patch: Patch, report: Report): Scalar | null {
  const { at, set, before, after, insert, remove } = patch;
  const targets = [at, before, after, remove].filter((target) => target !== undefined);
  const [target, second] = targets;
  const fits = at ? set && !insert : remove ? !set && !insert : insert && !set;
  if (target && !second && fits) return target;
  report({
    code: 'patch-form',
    severity: 'error',
    message: 'a patch entry is one change',
    span: target?.span ?? (insert?.[0] ? placeOf(insert[0]) : placeOf(patch)),
    hint: 'write at + set, before + insert, after + insert, or remove',
  });
  return null;
}
