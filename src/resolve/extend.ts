/** Applies `extends`, which bases a flow on another one, and `patch`, which changes the base's steps by id. */
import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import { allSteps, checkStep, mapInside, mapSteps, placeOf } from '../syntax/index.js';
import type { FlowShape, Patch, Scalar, Step } from '../syntax/index.js';
import { mergeShapes } from './merge.js';

/**
 * Merges the flow over its base. A list, such as `steps`, replaces the base's; `patch` changes the base's steps. A participant,
 * box or variable of the base that the flow lists without a value is removed. The samples of a page are the flow's own, each
 * merged over the base's sample of the same step.
 */
export function extendFlow(base: FlowShape, over: FlowShape, report: Report): FlowShape {
  const { patch, extends: _, ...overrides } = over;
  const { steps, ...rest } = base;
  const own = laySamples(base, markRemoved<FlowShape>(base, overrides, 'participants', 'boxes', 'variables'));
  const merged = mergeShapes<FlowShape>(rest, own);
  const start = over.steps ?? steps ?? [];
  return { ...merged, steps: (patch ?? []).reduce((list, entry) => applyPatch(list, entry, report), start) };
}

interface Definition {
  readonly key: Scalar;
  readonly value: object;
}

/** Sets null for each key that the base has and the flow lists without a value, so that the merge removes it. */
function markRemoved<T extends object>(base: T, over: T, ...keys: readonly (keyof T)[]): T {
  const marked = keys.flatMap((key) => {
    const [below, above] = [base[key], over[key]] as readonly (readonly Definition[] | undefined)[];
    return above ? [[key, above.map((item) => (removes(item, below ?? []) ? { ...item, value: null } : item))]] : [];
  });
  return { ...over, ...(Object.fromEntries(marked) as Partial<T>) };
}

const removes = ({ key, value }: Definition, base: readonly Definition[]): boolean =>
  Object.keys(value).length === 0 && base.some((item) => item.key.value === key.value);

type Samples = NonNullable<NonNullable<FlowShape['page']>['samples']>;

/** Merges each sample over the base's sample of the same step. */
function laySamples({ page: below }: FlowShape, over: FlowShape): FlowShape {
  const { page } = over;
  if (!below?.samples || !page?.samples) return over;
  const samples = page.samples.map((sample) => {
    const base = below.samples?.find(({ step }) => step.value === sample.step.value);
    if (!base) return sample;
    return mergeShapes<Samples[number]>(base, markRemoved(base, sample, 'parameters', 'responseParameters'));
  });
  return { ...over, page: { ...page, samples } };
}

function applyPatch(steps: readonly Step[], patch: Patch, report: Report): readonly Step[] {
  const target = findTarget(patch, report);
  if (target === null) return steps;
  const ids = allSteps(steps)
    .map(idOf)
    .filter((id) => id !== '');
  if (!ids.includes(target.value)) {
    report({
      code: 'known-steps',
      severity: 'error',
      message: `the base has no step with the id ${JSON.stringify(target.value)}`,
      span: target.span,
      ...unknownName(target.value, 'ids', ids, target.span),
    });
    return steps;
  }
  if (patch.remove) return removeStep(steps, target.value);
  return mapSteps(steps, (list) =>
    list.flatMap((step) => (idOf(step) === target.value ? changeStep(step, patch, target, report) : [step])),
  );
}

/** Removes the step, and also its branch if that becomes empty, and its fragment if that has no branch left. */
function removeStep(steps: readonly Step[], id: string): readonly Step[] {
  const withoutIt = (inside: readonly Step[]) => {
    const left = removeStep(inside, id);
    return left.length === 0 && inside.length > 0 ? null : left;
  };
  return steps.filter((step) => idOf(step) !== id).flatMap((step) => mapInside(step, withoutIt) ?? []);
}

const idOf = (step: Step): string => ('id' in step ? (step.id?.value ?? '') : '');

function changeStep(step: Step, patch: Patch, target: Scalar, report: Report): readonly Step[] {
  if (patch.before) return [...(patch.insert ?? []), step];
  if (patch.after) return [step, ...(patch.insert ?? [])];
  const changed = mergeShapes(step, patch.set as Step);
  return checkStep(changed, target.span, report) ? [changed] : [step];
}

/** The id of the step that a patch changes; null, with a diagnostic, unless the patch is exactly one change. */
function findTarget(patch: Patch, report: Report): Scalar | null {
  const { at, set, before, after, insert, remove } = patch;
  const targets = [at, before, after, remove].filter((target) => target !== undefined);
  const [target, second] = targets;
  const fits = at ? set && !insert : remove ? !set && !insert : insert && !set;
  if (target && !second && fits) return target;
  report({
    code: 'patch-form',
    severity: 'error',
    message: 'a patch entry makes one change',
    span: target?.span ?? (insert?.[0] ? placeOf(insert[0]) : placeOf(patch)),
    hint: 'write at + set, before + insert, after + insert, or remove',
  });
  return null;
}
