/** Builds the tree of steps. */
import { fragmentTypes } from '../model/index.js';
import type {
  Branch,
  FlowReference,
  FragmentType,
  Numbering,
  Participant,
  Say,
  Step,
  StepBase,
} from '../model/index.js';
import type { References } from '../resolve/index.js';
import { textOf } from '../source/index.js';
import type { Text } from '../source/index.js';
import { branchesOf, branchSteps } from '../syntax/index.js';
import type { FlowShape, Scalar, Step as StepShape } from '../syntax/index.js';
import { asciiWords, assembleBase } from './assemble-base.js';
import { assembleMessages } from './assemble-messages.js';
import { assembleNote, spanOver } from './assemble-notes.js';
import type { Fill } from './assemble-base.js';

interface Context {
  /** In drawing order. */
  readonly participants: readonly Participant[];
  readonly fill: Fill;
  readonly references: References;
  /** Says words in the language of the flow. */
  readonly say: Say;
}

/** Steps have only the author's ids so far; other ids are ''. */
export function assembleSteps(steps: readonly StepShape[], context: Context): readonly Step[] {
  return steps.flatMap((step) => assembleStep(step, context));
}

function assembleStep(step: StepShape, context: Context): readonly Step[] {
  const { participants, fill, say } = context;
  if ('from' in step) return assembleMessages(step, { participants, fill, say });
  if ('include' in step) return [];
  const base = assembleBase(step, fill);
  const inside = (steps: readonly StepShape[]): readonly Step[] => assembleSteps(steps, context);
  const type = fragmentTypes.find((name) => name in step);
  if (type) return [{ ...base, kind: 'fragment', type, ...assembleFragment(step, type, inside, fill) }];
  if ('rect' in step)
    return [
      {
        ...base,
        kind: 'highlight',
        color: colorOf(step.rect, fill),
        tone: step.tone?.value ?? null,
        steps: inside(step.steps),
      },
    ];
  if ('delay' in step)
    return [{ ...base, kind: 'delay', text: fill(step.delay), asciiText: asciiWords(step.ascii, fill) }];
  if ('ref' in step) return [assembleReference(step, base, context)];
  if ('activate' in step) return [{ ...base, kind: 'activation', participant: step.activate.value, active: true }];
  if ('deactivate' in step) return [{ ...base, kind: 'activation', participant: step.deactivate.value, active: false }];
  if ('numbering' in step) return [{ ...base, kind: 'numbering', numbering: assembleNumbering(step.numbering) }];
  return 'note' in step ? [assembleNote(step, base, participants, fill)] : [];
}

function assembleReference(
  step: Extract<StepShape, { ref: Scalar }>,
  base: StepBase,
  { participants, fill, references }: Context,
): FlowReference {
  const { id = step.ref.value, title = '', hasPage = false } = references.get(step.ref) ?? {};
  return {
    ...base,
    kind: 'ref',
    flow: id,
    text: step.text ? fill(step.text) : textOf(title || id, step.ref.span),
    asciiText: asciiWords(step.ascii, fill),
    hasPage,
    participants: spanOver(
      (step.over ?? []).map(({ value }) => value),
      participants,
    ),
  };
}

const colorOf = (color: Scalar | undefined, fill: Fill): Text | null =>
  color && color.value !== 'theme' ? fill(color) : null;

function assembleFragment(
  step: StepShape,
  type: FragmentType,
  inside: (steps: readonly StepShape[]) => readonly Step[],
  fill: Fill,
) {
  const branches = branchesOf(step);
  if (branches) {
    const built = branches.map((branch): Branch => ({
      label: fill('key' in branch ? branch.key : branch.label),
      tone: ('tone' in branch ? branch.tone?.value : undefined) ?? null,
      steps: inside(branchSteps(branch)),
    }));
    return { branches: built, interval: null };
  }
  const region = step as Extract<StepShape, { steps: unknown }>;
  const label = (region as Readonly<Record<string, unknown>>)[type] as Scalar;
  const interval = region.interval ? fill(region.interval) : null;
  const branch: Branch = { label: fill(label), tone: region.tone?.value ?? null, steps: inside(region.steps) };
  return { branches: [branch], interval };
}

/** The default is Mermaid's badge, from 1 in steps of 1. Badges can't number by phase. */
export function assembleNumbering(numbering: FlowShape['numbering']): Numbering {
  const byPhase = numbering?.by?.value === 'phase';
  const show = numbering?.show?.value ?? (byPhase ? 'label' : 'badge');
  const redirects = numbering?.redirects?.value;
  return {
    badge: show === 'badge' || show === 'both',
    label: show === 'label' || show === 'both',
    start: numbering?.start?.value ?? 1,
    step: numbering?.step?.value ?? 1,
    byPhase,
    oneForRedirects: redirects === undefined ? null : redirects === 'one',
  };
}
