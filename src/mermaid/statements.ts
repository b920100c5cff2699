/** Builds the statements of steps. */
import type { FragmentType, ScriptFragment, ScriptNumbering, ScriptStep } from '../model/index.js';
import { regionColor } from '../theme/index.js';
import { dropReversals, trackActivations, type Activations } from './activations.js';
import { breakLabel } from './break-label.js';
import { nameOf, type MermaidContext } from './context.js';
import { escapeLines } from './escape.js';
import { messageView, noteView } from './messages.js';
import { onBranchTone, onTone, toneOf } from './tones.js';
import type { BranchView, FragmentView, GroupView, NumberingView, StepView } from './mermaid-view.js';

/** One group per step; a step that only begins or ends an activation joins the step before it. */
export function stepGroups(steps: readonly ScriptStep[], context: MermaidContext): readonly GroupView[] {
  const groups: StepView[][] = [];
  for (const step of stepViews(steps, context, trackActivations())) {
    const last = groups.at(-1);
    if (last && step.kind === 'activation') last.push(step);
    else groups.push([step]);
  }
  return groups.map((items) => ({ kind: 'group', items }));
}

function stepViews(
  steps: readonly ScriptStep[],
  context: MermaidContext,
  activations: Activations,
): readonly StepView[] {
  return steps.map((step) => onTone(stepView(step, context, activations), toneOf(step), context));
}

function stepView(step: ScriptStep, context: MermaidContext, activations: Activations): StepView {
  switch (step.kind) {
    case 'message':
      return messageView(step, context, activations);
    case 'note':
      return noteView(step, context);
    case 'fragment':
      return fragmentView(step, context, activations);
    case 'highlight': {
      const color = regionColor(context.theme, step);
      return { kind: 'highlight', color, steps: stepViews(step.steps, context, activations) };
    }
    case 'activation': {
      const participant = nameOf(step.participant, context);
      activations.change(participant, step.active ? 1 : -1);
      return { kind: 'activation', keyword: step.active ? 'activate' : 'deactivate', participant };
    }
    case 'numbering':
      return numberingView(step.autonumber, false);
  }
}

/** The keyword of the second and later branches; in Mermaid other fragments have only one branch. */
const furtherBranch: Readonly<Partial<Record<FragmentType, string>>> = { alt: 'else', par: 'and', critical: 'option' };

function fragmentView(fragment: ScriptFragment, context: MermaidContext, activations: Activations): FragmentView {
  const { type } = fragment;
  const before = activations.counts();
  const branches = fragment.branches.map(({ lines, tone, steps }, index): BranchView => ({
    kind: 'branch',
    keyword: index === 0 ? type : (furtherBranch[type] ?? type),
    label: escapeLines(breakLabel(lines), 'branch'),
    steps: dropReversals([
      ...activations.restore(before),
      ...onBranchTone(stepViews(steps, context, activations), tone, context),
    ]),
  }));
  return { kind: 'fragment', type, branches };
}

/** `plain`: Mermaid's default numbers are right. */
export function numberingView(autonumber: ScriptNumbering['autonumber'], plain: boolean): NumberingView {
  return { kind: 'numbering', active: autonumber !== null, start: 1, step: 1, ...autonumber, plain };
}
