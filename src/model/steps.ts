/** Steps by their ids, and the ways through a flow's branches: for slides, links to a step, and pages to step through. */
import type { Flow } from './flow.js';
import { statusIn } from './http.js';
import type { Branch, Fragment, Step } from './step.js';
import { enclosedSteps, flatSteps, stepLists } from './tree.js';

/** Which branch of a fragment is taken, by its id: an index, or null where the fragment is passed over. */
export type Choices = ReadonlyMap<string, number | null>;

/** The branch of a fragment that a step stands in. */
export interface BranchTaken {
  /** The fragment's id. */
  readonly fragment: string;
  readonly branch: number;
}

export interface StepWithPath {
  readonly step: Step;
  /** From the outside in; empty for a step that stands in no branch. Regions are no branches. */
  readonly path: readonly BranchTaken[];
}

/** Every step with the branches that lead to it, in document order; notes that stand with a message come after it. */
export const stepsWithPaths = ({ steps }: Pick<Flow, 'steps'>): readonly StepWithPath[] =>
  [...enclosedSteps(steps)].flatMap(({ step, inside }) => {
    const path = inside.map(({ fragment, branch }) => ({ fragment: fragment.id, branch }));
    return [step, ...(step.kind === 'message' ? step.notes : [])].map((one) => ({ step: one, path }));
  });

/** Of every step, those of notes that stand with a message too, in document order. None is empty and none comes twice. */
export const stepIds = (flow: Pick<Flow, 'steps'>): readonly string[] =>
  stepsWithPaths(flow).map(({ step }) => step.id);

/** Null where no step has the id. */
export const stepById = (flow: Pick<Flow, 'steps'>, id: string): Step | null =>
  stepsWithPaths(flow).find(({ step }) => step.id === id)?.step ?? null;

/**
 * The branch that each fragment takes where nobody chooses: of an alt the first that does not end in an error, else the first;
 * of opt, loop and critical the first; a break is passed over. A par has no entry, for it takes all.
 */
export const defaultBranches = ({ steps }: Pick<Flow, 'steps'>): Choices =>
  new Map(
    [...flatSteps(steps)].flatMap((step) =>
      step.kind === 'fragment' && step.type !== 'par' ? [[step.id, defaultBranch(step)] as const] : [],
    ),
  );

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
 * Whether the last status is an error's: a 401 that asks for more may come before. What an inner fragment holds need not
 * happen, and says nothing.
 */
function endsInError(steps: readonly Step[]): boolean {
  const statuses = [...enclosedSteps(steps)].flatMap(({ step, inside }) =>
    step.kind === 'message' && inside.length === 0 ? [step.response?.status ?? statusIn(step.text) ?? []].flat() : [],
  );
  return (statuses.at(-1) ?? 0) >= 400;
}

/**
 * The steps that happen, in order, where branches are taken as `choices` say, or as {@link defaultBranches} says of
 * fragments that `choices` leave out. A fragment that is entered comes before its steps, one that is passed over does not
 * come at all. Of alt and critical one branch happens (an option stands for what is critical), of opt, loop and break the
 * only one, once; of par all, one after the other. A break that is taken ends the branch that it stands in (UML 2.5.1
 * §17.6.3), or the flow.
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
    // A break in a region stands in the branch around the region.
    if (isBreak || (step.kind === 'highlight' && inside.some(({ ends }) => ends)))
      return { steps: followed, ends: true };
  }
  return { steps: followed, ends: false };
}

/** Null for a fragment that is passed over, or that has no such branch. */
function listsTaken(step: Step, choices: Choices): readonly Branch['steps'][] | null {
  if (step.kind !== 'fragment' || step.type === 'par') return stepLists<Step>(step);
  const branch = step.branches[choices.get(step.id) ?? -1];
  return branch ? [branch.steps] : null;
}
