/**
 * Cuts steps out of a flow's words: `ascii: false` removes steps from the text diagram, an excerpt removes all steps outside it.
 * Activations stay, because another step may begin or end them. Each branch of a fragment begins with the fragment's activations,
 * and what follows the fragment continues from its last branch. So a fragment that is not drawn leaves the activations of that branch.
 */
import { childrenOf, stepLists } from '../model/index.js';
import type { Excerpt, Medium, ScriptStep, Step } from '../model/index.js';

/** Decides what is drawn. */
export interface Cut {
  readonly medium: Medium;
  /** Null for everything that the medium shows. */
  readonly excerpt: Excerpt | null;
}

/** Whether the medium does not have the step, so that it is not counted either. */
export const isLeftOut = ({ inText }: Pick<Step, 'inText'>, { medium }: Pick<Cut, 'medium'>): boolean =>
  medium === 'text' && !inText;

/**
 * @param step the model's step
 * @param said its words; the inside of a fragment or region is already cut
 * A fragment or region that has nothing left to draw is removed too. In an excerpt numbering continues.
 */
export function cutWords(step: Step, said: readonly ScriptStep[], cut: Cut): readonly ScriptStep[] {
  const kept = losesAll(step, said, cut) ? said.flatMap(withoutFrame) : said;
  const { excerpt } = cut;
  if (excerpt === null) return kept;
  if (step.kind === 'fragment' || step.kind === 'highlight') return kept.flatMap(withoutEmpty);
  return excerpt.has(step.id) ? kept : kept.flatMap(restOf);
}

/** What remains of a step that isn't drawn: activations and numbering. */
export function restOf(step: Step | ScriptStep): readonly ScriptStep[] {
  switch (step.kind) {
    case 'message':
      return [
        ...(step.activate ? [activation(step, step.to, true)] : []),
        ...(step.deactivate ? [activation(step, step.from, false)] : []),
      ];
    case 'activation':
      return [activation(step, step.participant, step.active)];
    case 'numbering':
      return 'autonumber' in step ? [step] : [];
    case 'note':
    case 'delay':
    case 'ref':
    case 'phase':
      return [];
    case 'fragment':
    case 'highlight':
      return joinBranches(stepLists<Step | ScriptStep>(step).map((steps) => steps.flatMap(restOf)));
  }
}

/** What a fragment or region draws, without itself. */
const withoutFrame = (step: ScriptStep): readonly ScriptStep[] => joinBranches(stepLists(step));

/** The steps of all branches, as one list that begins and ends the activations of the last branch. */
const joinBranches = (branches: readonly (readonly ScriptStep[])[]): readonly ScriptStep[] =>
  branches.flatMap((steps, index) =>
    index === branches.length - 1 ? steps : steps.filter(({ kind }) => kind !== 'activation'),
  );

/** The beginning or the end of an activation; `of`: the step that it belongs to. */
export const activation = (of: Step | ScriptStep, participant: string, active: boolean): ScriptStep => ({
  kind: 'activation',
  step: 'step' in of ? of.step : of.id,
  participant,
  active,
});

/** Removes activations that end where they begin. */
export function settle(steps: readonly ScriptStep[]): readonly ScriptStep[] {
  const settled: ScriptStep[] = [];
  for (const step of steps)
    if (cancels(step, settled.at(-1))) settled.pop();
    else settled.push(step);
  return settled;
}

const cancels = (step: ScriptStep, before: ScriptStep | undefined): boolean =>
  before?.kind === 'activation' &&
  step.kind === 'activation' &&
  before.participant === step.participant &&
  before.active &&
  !step.active;

/** Whether a cut removed all that a fragment draws. A fragment that the author left empty stays. */
const losesAll = (step: Step, said: readonly ScriptStep[], cut: Cut): boolean =>
  childrenOf(step).some((inner) => losesDrawn(inner, cut)) && !said.some(isDrawn);

const losesDrawn = (step: Step, cut: Cut): boolean =>
  isLeftOut(step, cut) ? isDrawn(step) : childrenOf(step).some((inner) => losesDrawn(inner, cut));

function withoutEmpty(step: ScriptStep): readonly ScriptStep[] {
  if (!isDrawn(step)) return restOf(step);
  if (step.kind !== 'fragment') return [step];
  // The first branch that is left begins the fragment: `alt`, not `else`.
  const branches = step.branches
    .filter(({ steps }) => steps.some(isDrawn))
    .map((branch, index) => ({ ...branch, operator: step.branches[index]?.operator ?? branch.operator }));
  return [{ ...step, branches }, ...difference(step, branches.at(-1)?.steps ?? [], step.branches.at(-1)?.steps ?? [])];
}

/** What leads from the activations after the steps `from` to those after `to`. */
function difference(of: ScriptStep, from: readonly ScriptStep[], to: readonly ScriptStep[]): readonly ScriptStep[] {
  const [before, after] = [changesBy(from), changesBy(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((participant) => {
    const by = (after.get(participant) ?? 0) - (before.get(participant) ?? 0);
    return Array.from({ length: Math.abs(by) }, () => activation(of, participant, by > 0));
  });
}

/** How many activations more each participant has after the steps than before them. */
function changesBy(steps: readonly ScriptStep[]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const step of steps.flatMap(restOf))
    if (step.kind === 'activation')
      changes.set(step.participant, (changes.get(step.participant) ?? 0) + (step.active ? 1 : -1));
  return changes;
}

const drawnKinds: readonly ScriptStep['kind'][] = ['message', 'note', 'delay', 'ref'];

/** Whether there is something to see, besides frames and the titles of phases. */
export const isDrawn = (step: Step | ScriptStep): boolean =>
  drawnKinds.includes(step.kind) || childrenOf<Step | ScriptStep>(step).some(isDrawn);
