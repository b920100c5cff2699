/** An excerpt's words: what is left of steps that are not in it. */
import type { Excerpt, ScriptStep, Step } from '../model/index.js';

/**
 * @param step the model's step, and what was said of it; of a fragment or region, what is inside is cut already
 * Activations and numbering go on, or what is shown would be out of balance.
 */
export function cutTo(excerpt: Excerpt, step: Step, said: readonly ScriptStep[]): readonly ScriptStep[] {
  if (step.kind === 'fragment' || step.kind === 'highlight') return said.flatMap(withoutEmpty);
  return excerpt.has(step) ? said : said.flatMap(restOf);
}

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

function withoutEmpty(step: ScriptStep): readonly ScriptStep[] {
  if (!isDrawn(step)) return restOf(step);
  if (step.kind !== 'fragment') return [step];
  return [{ ...step, branches: step.branches.filter(({ steps }) => steps.some(isDrawn)) }];
}

const isDrawn = (step: ScriptStep): boolean =>
  step.kind === 'message' || step.kind === 'note' || insideOf(step).some(isDrawn);

function insideOf(step: ScriptStep): readonly ScriptStep[] {
  if (step.kind === 'fragment') return step.branches.flatMap(({ steps }) => steps);
  return step.kind === 'highlight' ? step.steps : [];
}

function restOf(step: ScriptStep): readonly ScriptStep[] {
  switch (step.kind) {
    case 'message':
      return [
        ...(step.activate ? [activation(step, step.to, true)] : []),
        ...(step.deactivate ? [activation(step, step.from, false)] : []),
      ];
    case 'activation':
    case 'numbering':
      return [step];
    case 'note':
      return [];
    case 'fragment':
    case 'highlight':
      return insideOf(step).flatMap(restOf);
  }
}

const activation = ({ step }: ScriptStep, participant: string, active: boolean): ScriptStep => ({
  kind: 'activation',
  step,
  participant,
  active,
});
