/**
 * Cuts steps out of a flow's words: `ascii: false` leaves steps out of the text diagram, and an excerpt all that is not in it.
 * Activations stay where they were, or a bar that another step begins or ends would be out of balance.
 */
import { childrenOf } from '../model/index.js';
import type { Excerpt, Medium, ScriptStep, Step } from '../model/index.js';

/** What is drawn. */
export interface Cut {
  readonly medium: Medium;
  /** Null: all that the medium shows. */
  readonly excerpt: Excerpt | null;
}

/** Whether the step is no part of the medium, and so is not counted either. */
export const isLeftOut = ({ inText }: Pick<Step, 'inText'>, { medium }: Cut): boolean => medium === 'text' && !inText;

/**
 * @param step the model's step; @param said what was said of it: of a fragment or region, what is inside is cut already
 * A fragment or region that loses all it draws goes too. In an excerpt numbering goes on.
 */
export function cutWords(step: Step, said: readonly ScriptStep[], cut: Cut): readonly ScriptStep[] {
  const kept = losesAll(step, said, cut) ? said.flatMap((each) => childrenOf(each)) : said;
  const { excerpt } = cut;
  if (excerpt === null) return kept;
  if (step.kind === 'fragment' || step.kind === 'highlight') return kept.flatMap(withoutEmpty);
  return excerpt.has(step.id) ? kept : kept.flatMap(restOf);
}

/** What is left of a step that isn't drawn. */
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
      return [];
    case 'fragment':
    case 'highlight':
      return childrenOf<Step | ScriptStep>(step).flatMap(restOf);
  }
}

const activation = (of: Step | ScriptStep, participant: string, active: boolean): ScriptStep => ({
  kind: 'activation',
  step: 'step' in of ? of.step : of.id,
  participant,
  active,
});

/** An activation that ends where it begins is none. */
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

/** An author's empty fragment has nothing to lose, and stays. */
const losesAll = (step: Step, said: readonly ScriptStep[], cut: Cut): boolean =>
  childrenOf(step).some((inner) => losesDrawn(inner, cut)) && !said.some(isDrawn);

const losesDrawn = (step: Step, cut: Cut): boolean =>
  isLeftOut(step, cut) ? isDrawn(step) : childrenOf(step).some((inner) => losesDrawn(inner, cut));

function withoutEmpty(step: ScriptStep): readonly ScriptStep[] {
  if (!isDrawn(step)) return restOf(step);
  if (step.kind !== 'fragment') return [step];
  return [{ ...step, branches: step.branches.filter(({ steps }) => steps.some(isDrawn)) }];
}

const isDrawn = (step: Step | ScriptStep): boolean =>
  step.kind === 'message' || step.kind === 'note' || childrenOf<Step | ScriptStep>(step).some(isDrawn);
