/** Finds steps by id, and the paths through a flow's branches: for slides, links to a step, and pages to step through. */
import type { Flow } from './flow.js';
import { statusIn } from './http.js';
import type { Branch, Fragment, Step } from './step.js';
import { enclosedSteps, flatSteps, stepLists } from './tree.js';

/** The branch taken in each fragment, by the fragment's id: an index, or null where the fragment is skipped. */
export type Choices = ReadonlyMap<string, number | null>;

/** The branch of a fragment that contains a step. */
interface BranchTaken {
  /** The fragment's id. */
  readonly fragment: string;
  readonly branch: number;
}

interface StepWithPath {
  readonly step: Step;
  /** From the outside in; empty for a step outside of all branches. Regions don't count as branches. */
  readonly path: readonly BranchTaken[];
}

/** Every step with the branches that lead to it, in document order. Notes attached to a message come after it. */
export const stepsWithPaths = ({ steps }: Pick<Flow, 'steps'>): readonly StepWithPath[] =>
  [...enclosedSteps(steps)].flatMap(({ step, inside }) => {
    const path = inside.map(({ fragment, branch }) => ({ fragment: fragment.id, branch }));
    return [step, ...(step.kind === 'message' ? step.notes : [])].map((one) => ({ step: one, path }));
  });

/** The ids of all steps and attached notes, in document order. None is empty, and each is unique. */
export const stepIds = (flow: Pick<Flow, 'steps'>): readonly string[] =>
  stepsWithPaths(flow).map(({ step }) => step.id);

/** The step with this id, or null. */
export const stepById = (flow: Pick<Flow, 'steps'>, id: string): Step | null =>
  stepsWithPaths(flow).find(({ step }) => step.id === id)?.step ?? null;

/**
 * The branch that each fragment takes by default: for alt the first that does not end in an error, otherwise the first; for opt,
 * loop and critical the first; a break is skipped. A par and a group have no entry, because all their branches are taken.
 */
export const defaultBranches = ({ steps }: Pick<Flow, 'steps'>): Choices =>
  new Map(
    [...flatSteps(steps)].flatMap((step) =>
      step.kind === 'fragment' && !takesAll(step) ? [[step.id, defaultBranch(step)] as const] : [],
    ),
  );

const takesAll = ({ type }: Fragment): boolean => type === 'par' || type === 'group';

function defaultBranch({ type, branches }: Fragment): number | null {
  if (type === 'break') return null;
  return type === 'alt'
    ? Math.max(
        0,
        branches.findIndex(({ steps }) => !endsInError(steps)),
      )
    : 0;
}

/**
 * Whether the last status is an error; a 401 challenge may come before it. Inner fragments are ignored, because they need not
 * happen.
 */
function endsInError(steps: readonly Step[]): boolean {
  const statuses = [...enclosedSteps(steps)].flatMap(({ step, inside }) =>
    step.kind === 'message' && inside.length === 0 ? [step.response?.status ?? statusIn(step.text) ?? []].flat() : [],
  );
  return (statuses.at(-1) ?? 0) >= 400;
}

/**
 * The steps that happen, in order, where branches are taken as `choices` say; {@link defaultBranches} decides for fragments that
 * `choices` leave out. A fragment that is entered comes before its steps; one that is skipped is left out. For alt and critical
 * one branch happens (an option replaces the critical branch); for opt, loop and break the only one, once; for par and group all, one
 * after the other. A break that is taken ends the branch around it (UML 2.5.1 §17.6.3), or the flow.
 */
export function stepsOnPath(flow: Pick<Flow, 'steps'>, choices: Choices = new Map()): readonly Step[] {
  return follow(flow.steps, new Map([...defaultBranches(flow), ...choices])).steps;
}

interface Followed {
  readonly steps: readonly Step[];
  /** Whether a break was taken. */
  readonly ends: boolean;
}

function follow(steps: readonly Step[], choices: Choices): Followed {
  const followed: Step[] = [];
  for (const step of steps) {
    const lists = listsTaken(step, choices);
    if (lists === null) continue;
    const inside = lists.map((list) => follow(list, choices));
    followed.push(step, ...inside.flatMap((one) => one.steps));
    const isBreak = step.kind === 'fragment' && step.type === 'break';
    const isPlain = step.kind === 'highlight' || (step.kind === 'fragment' && step.type === 'group');
    // A break in a region or a group ends the branch around it.
    if (isBreak || (isPlain && inside.some(({ ends }) => ends))) return { steps: followed, ends: true };
  }
  return { steps: followed, ends: false };
}

/** Null for a fragment that is skipped, or that has no such branch. */
function listsTaken(step: Step, choices: Choices): readonly Branch['steps'][] | null {
  if (step.kind !== 'fragment' || takesAll(step)) return stepLists<Step>(step);
  const branch = step.branches[choices.get(step.id) ?? -1];
  return branch ? [branch.steps] : null;
}
