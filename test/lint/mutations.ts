/** Flows that are broken once each, as a security rule describes it. */
import type { Flow } from '../../src/model/flow.js';
import { messagesOf } from '../../src/model/tree.js';
import { textOf } from '../../src/source/filled-text.js';
import { draftOf, dropSent } from './drafts.js';
import type { Draft } from './drafts.js';
import { edits } from './edits.js';
import type { Step } from '../../src/model/step.js';

/** What one message can't break. */
const wholeEdits: Readonly<Record<string, (flow: Flow) => Flow>> = {
  SEC022: (flow) =>
    mapSteps(flow, (step) => {
      if (step.kind !== 'message') return step;
      const draft = draftOf(step);
      dropSent(draft, 'resource', 'audience', 'scope', 'authorization_details');
      return messageOf(draft);
    }),
  SEC027: (flow) =>
    mapSteps(flow, (step) =>
      step.kind === 'fragment' && step.type === 'loop' && step.interval ? { ...step, interval: textOf('1') } : step,
    ),
};

const messageOf = (draft: Draft): Step => draft;

function mapSteps(flow: Flow, change: (step: Step) => Step): Flow {
  const walk = (steps: readonly Step[]): readonly Step[] =>
    steps.map((step) => {
      const changed = change(step);
      if (changed.kind === 'highlight') return { ...changed, steps: walk(changed.steps) };
      if (changed.kind !== 'fragment') return changed;
      return { ...changed, branches: changed.branches.map((branch) => ({ ...branch, steps: walk(branch.steps) })) };
    });
  return { ...flow, steps: walk(flow.steps) };
}

/** Those that there are edits for. */
export const brokenRules: readonly string[] = [...Object.keys(edits), ...Object.keys(wholeEdits)].sort();

/** None where the flow has nothing that the rule's mistake could be made in. */
export function* mutantsOf(flow: Flow, rule: string): Generator<Flow> {
  const whole = wholeEdits[rule];
  if (whole) yield whole(flow);
  for (const message of messagesOf(flow.steps)) {
    const [from, to] = [message.from, message.to].map((id) => flow.participants.find((one) => one.id === id));
    if (!from || !to || from.kind === 'attacker' || to.kind === 'attacker') continue;
    for (const edit of edits[rule] ?? []) {
      const draft = draftOf(message);
      if (edit(draft, { from, to, flow, message }))
        yield mapSteps(flow, (step) => (step === message ? messageOf(draft) : step));
    }
  }
}
