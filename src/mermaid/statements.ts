/** Builds the statements of steps. */
import { childrenOf, spanOf } from '../model/index.js';
import type { FragmentType, ScriptFragment, ScriptNumbering, ScriptStep } from '../model/index.js';
import { regionColor } from '../theme/index.js';
import { dropReversals, trackActivations, type Activations } from './activations.js';
import { breakLabel } from './break-label.js';
import { nameOf, type MermaidContext } from './context.js';
import { escapeLines } from './escape.js';
import { messageView, noteView, spanningNote } from './messages.js';
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
      return step.type === 'group' ? groupRegion(step, context, activations) : fragmentView(step, context, activations);
    case 'highlight': {
      const color = regionColor(context.theme, step);
      return { kind: 'highlight', color, steps: stepViews(step.steps, within(step, context), activations) };
    }
    case 'phase':
      return { kind: 'phase', ...spanningNote(step.lines, context.around, context) };
    case 'delay':
      return { kind: 'delay', ...spanningNote(step.lines, context.around, context) };
    case 'ref':
      return { kind: 'ref', ...spanningNote(step.lines, step.participants, context) };
    case 'activation': {
      const participant = nameOf(step.participant, context);
      activations.change(participant, step.active ? 1 : -1);
      return { kind: 'activation', keyword: step.active ? 'activate' : 'deactivate', participant };
    }
    case 'numbering':
      return numberingView(step.autonumber, false);
  }
}

/** The context of what is inside a fragment or region. */
const within = (step: ScriptStep, context: MermaidContext): MermaidContext => ({
  ...context,
  around: spanOf(childrenOf(step), context.inOrder),
});

/** Mermaid's fragments all have a meaning of their own, so a group is a region that begins with its label. */
function groupRegion(group: ScriptFragment, context: MermaidContext, activations: Activations): StepView {
  const [lines, inside] = [group.branches[0]?.lines ?? [], within(group, context)];
  const steps = stepViews(childrenOf<ScriptStep>(group), inside, activations);
  const tone = group.branches[0]?.tone ?? null;
  const title: StepView = { kind: 'note', placement: 'over', ...spanningNote(lines, inside.around, context) };
  return {
    kind: 'highlight',
    color: regionColor(context.theme, { color: '', zone: '', tone: context.coloursTones ? tone : null }),
    steps: lines.length === 0 ? steps : [title, ...steps],
  };
}

/** The keyword of the second and later branches; in Mermaid other fragments have only one branch. */
const furtherBranch: Readonly<Partial<Record<FragmentType, string>>> = { alt: 'else', par: 'and', critical: 'option' };

function fragmentView(fragment: ScriptFragment, context: MermaidContext, activations: Activations): FragmentView {
  const { type } = fragment;
  const inside = within(fragment, context);
  const before = activations.counts();
  const branches = fragment.branches.map(({ lines, tone, steps }, index): BranchView => ({
    kind: 'branch',
    keyword: index === 0 ? type : (furtherBranch[type] ?? type),
    label: escapeLines(breakLabel(lines), 'branch'),
    steps: dropReversals([
      ...activations.restore(before),
      ...onBranchTone(stepViews(steps, inside, activations), tone, context),
    ]),
  }));
  return { kind: 'fragment', type, branches };
}

/** `plain`: Mermaid's default numbers are right. */
export function numberingView(autonumber: ScriptNumbering['autonumber'], plain: boolean): NumberingView {
  return { kind: 'numbering', active: autonumber !== null, start: 1, step: 1, ...autonumber, plain };
}
