import type { Report } from '../source/index.js';
import { childSteps, participantsOf } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

type MessageStep = Extract<Step, { from: Scalar }>;

/**
 * A participant takes part only after its creation and before its destruction. It is created once; each branch of a fragment
 * may destroy it, and after the fragment it is gone if every branch has.
 */
export const createdOnce: Rule = {
  code: 'created-once',
  check({ steps }, report) {
    follow(steps ?? [], new Map(), { seen: new Map(), report });
  },
};

/** Where each destroyed participant was destroyed. */
type Ends = ReadonlyMap<string, Scalar>;

interface Walk {
  /** The first step, in document order, that names each participant. */
  readonly seen: Map<string, Scalar>;
  readonly report: Report;
}

/** The ends after the steps. */
function follow(steps: readonly Step[], before: Ends, walk: Walk): Ends {
  return steps.reduce((ended, step) => {
    meet(step, ended, walk);
    const branches = childSteps(step);
    if (branches.length > 0) return followBranches(step, branches, ended, walk);
    return 'from' in step && step.destroy ? new Map(ended).set(step.destroy.value, step.destroy) : ended;
  }, before);
}

/** Parallel branches all happen, and the flow ends after a break. */
function followBranches(step: Step, branches: readonly (readonly Step[])[], before: Ends, walk: Walk): Ends {
  if ('par' in step) return branches.reduce((ended, branch) => follow(branch, ended, walk), before);
  const ends = branches.map((branch) => follow(branch, before, walk));
  if ('break' in step) return before;
  const [first = before, ...others] = ends;
  return new Map([...first].filter(([name]) => others.every((other) => other.has(name))));
}

function meet(step: Step, ended: Ends, { seen, report }: Walk): void {
  const isMessage = 'from' in step;
  if (isMessage && step.create?.value) reportCreation(step, seen, report);
  for (const name of participantsOf(step)) {
    reportEnded(name, ended, report);
    if (!seen.has(name.value)) seen.set(name.value, name);
  }
  if (isMessage && step.destroy) reportBystander(step, step.destroy, report);
}

function reportCreation({ from, to: name }: MessageStep, seen: ReadonlyMap<string, Scalar>, report: Report): void {
  const earlier = seen.get(name.value) ?? (from.value === name.value ? from : undefined);
  if (!earlier) return;
  report({
    code: createdOnce.code,
    severity: 'error',
    message: `${JSON.stringify(name.value)} takes part before this message creates it`,
    span: name.span,
    hint: 'create a participant in the first message to it',
    related: [{ message: 'takes part here', span: earlier.span }],
  });
}

function reportEnded(name: Scalar, ended: Ends, report: Report): void {
  const end = ended.get(name.value);
  if (!end) return;
  report({
    code: createdOnce.code,
    severity: 'error',
    message: `${JSON.stringify(name.value)} takes part after it is destroyed`,
    span: name.span,
    hint: 'destroy a participant in the last message from or to it',
    related: [{ message: 'destroyed here', span: end.span }],
  });
}

function reportBystander(step: MessageStep, name: Scalar, report: Report): void {
  if (name.value === step.from.value || name.value === step.to.value) return;
  report({
    code: createdOnce.code,
    severity: 'error',
    message: `this message does not involve ${JSON.stringify(name.value)}, which it destroys`,
    span: name.span,
    hint: `destroy ${step.from.value} or ${step.to.value} here`,
  });
}
