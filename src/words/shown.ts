/** The steps that the text diagram shows: `ascii: false` leaves a step out of it. */
import type { ActivationChange, Message, Note, Step } from '../model/index.js';

/**
 * Steps without those that are left out. A fragment or region that loses all it draws goes too. Activations stay where
 * they were, or a bar that another step begins or ends would be out of balance.
 */
export function stepsInText(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.inText ? inText(step) : activationsOf(step)));
}

function inText(step: Step): readonly Step[] {
  switch (step.kind) {
    case 'fragment': {
      const branches = step.branches.map((branch) => ({ ...branch, steps: stepsInText(branch.steps) }));
      return unlessEmptied(step, { ...step, branches });
    }
    case 'highlight':
      return unlessEmptied(step, { ...step, steps: stepsInText(step.steps) });
    case 'message':
    case 'note':
    case 'activation':
    case 'numbering':
      return [step];
  }
}

/** Notes that stand right after a message are said with it. */
export const notesInText = ({ notes }: Message): readonly Note[] => notes.filter((note) => note.inText);

const unlessEmptied = (before: Step, after: Step): readonly Step[] =>
  isDrawn(before) && !isDrawn(after) ? childrenOf(after) : [after];

const isDrawn = (step: Step): boolean =>
  step.kind === 'message' || step.kind === 'note' || childrenOf(step).some(isDrawn);

function childrenOf(step: Step): readonly Step[] {
  if (step.kind === 'fragment') return step.branches.flatMap((branch) => branch.steps);
  return step.kind === 'highlight' ? step.steps : [];
}

/** What is left of a step that isn't drawn. */
function activationsOf(step: Step): readonly Step[] {
  if (step.kind === 'message') {
    return [
      ...(step.activate ? [activation(step, step.to, true)] : []),
      ...(step.deactivate ? [activation(step, step.from, false)] : []),
    ];
  }
  return step.kind === 'activation' ? [step] : childrenOf(step).flatMap(activationsOf);
}

const activation = ({ id, isNamed, span }: Message, participant: string, active: boolean): ActivationChange => ({
  kind: 'activation',
  id,
  isNamed,
  phase: null,
  threats: [],
  inText: true,
  span,
  participant,
  active,
});
