/** Applies `extends`, which bases a flow on another one, and `patch`, which changes the base's steps by id. */
import { unknownName } from '../source/index.js';
import type { Diagnostic, Report } from '../source/index.js';
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
  const change = readChange(patch, report);
  if (!change || !isThere(steps, change, report)) return steps;
  if (patch.remove) return removeStep(steps, change);
  return mapSteps(steps, (list) =>
    list.flatMap((step) => (isTarget(step, change) ? changeStep(step, patch, change, report) : [step])),
  );
}

const isTarget = (step: Step, { id, isReply }: Change): boolean =>
  (isReply ? repliesIn(step) : idOf(step)) === id.value;

/** Whether there is a step with the id, or exactly one that answers the message with the id; otherwise reports it. */
function isThere(steps: readonly Step[], change: Change, report: Report): boolean {
  const { id, isReply } = change;
  const all = allSteps(steps);
  const found = all.filter((step) => isTarget(step, change));
  if (found.length === 1 || (found.length > 1 && !isReply)) return true;
  const name = JSON.stringify(id.value);
  const fail = (message: string, wayOut: Pick<Diagnostic, 'hint' | 'fixes'>): false => {
    report({ code: 'known-steps', severity: 'error', message, span: id.span, ...wayOut });
    return false;
  };
  if (found.length > 1) {
    const ids = found.map(idOf).filter((each) => each !== '');
    return fail(`the base has ${found.length} replies to ${name}`, { hint: `write the id of one: ${ids.join(', ')}` });
  }
  const known = [...new Set(all.map(isReply ? repliesIn : idOf).filter((each) => each !== ''))];
  return fail(
    isReply ? `the base has no reply to ${name}` : `the base has no step with the id ${name}`,
    unknownName(id.value, isReply ? 'messages with replies' : 'ids', known, id.span),
  );
}

/** Removes the step, and also its branch if that becomes empty, and its fragment if that has no branch left. */
function removeStep(steps: readonly Step[], removed: Change): readonly Step[] {
  const withoutIt = (inside: readonly Step[]) => {
    const left = removeStep(inside, removed);
    return left.length === 0 && inside.length > 0 ? null : left;
  };
  return steps.filter((step) => !isTarget(step, removed)).flatMap((step) => mapInside(step, withoutIt) ?? []);
}

const idOf = (step: Step): string => ('id' in step ? (step.id?.value ?? '') : '');
const repliesIn = (step: Step): string => ('replyTo' in step ? (step.replyTo?.value ?? '') : '');

function changeStep(step: Step, patch: Patch, { id }: Change, report: Report): readonly Step[] {
  if (patch.before) return [...(patch.insert ?? []), step];
  if (patch.after) return [step, ...(patch.insert ?? [])];
  const changed = mergeShapes(step, patch.set as Step);
  return checkStep(changed, id.span, report) ? [changed] : [step];
}

/** What a patch changes. */
interface Change {
  readonly id: Scalar;
  /** Whether it changes the reply to the message with the id. */
  readonly isReply: boolean;
}

/** Null, with a diagnostic, unless the patch is exactly one change of one step. */
function readChange(patch: Patch, report: Report): Change | null {
  const { at, set, before, after, insert, remove } = patch;
  const targets = [at, before, after, remove].filter((target) => target !== undefined);
  const [target, second] = targets;
  const fits = at ? set && !insert : remove ? !set && !insert : insert && !set;
  const id = target?.id ?? target?.replyTo;
  const isOne = id !== undefined && !(target?.id && target.replyTo);
  if (isOne && !second && fits) return { id, isReply: !target?.id };
  const [message, hint] =
    target && !isOne
      ? ['a patch entry names one step', 'write its id, or { replyTo: id } for the reply to a message']
      : ['a patch entry makes one change', 'write at + set, before + insert, after + insert, or remove'];
  const span = id?.span ?? (insert?.[0] ? placeOf(insert[0]) : placeOf(patch));
  report({ code: 'patch-form', severity: 'error', message, span, hint });
  return null;
}
