import type { Report } from '../source/index.js';
import { allSteps, participantsOf } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

type MessageStep = Extract<Step, { from: Scalar }>;

/** A participant takes part only after its creation and before its destruction, and each happens at most once. */
export const createdOnce: Rule = {
  code: 'created-once',
  check({ steps }, report) {
    const seen = new Map<string, Scalar>();
    const ended = new Map<string, Scalar>();
    for (const step of allSteps(steps ?? [])) {
      const isMessage = 'from' in step;
      if (isMessage && step.create?.value) reportCreation(step, seen, report);
      for (const name of participantsOf(step)) {
        reportEnded(name, ended, report);
        if (!seen.has(name.value)) seen.set(name.value, name);
      }
      if (isMessage && step.destroy) endParticipant(step, step.destroy, ended, report);
    }
  },
};

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

function reportEnded(name: Scalar, ended: ReadonlyMap<string, Scalar>, report: Report): void {
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

function endParticipant(step: MessageStep, name: Scalar, ended: Map<string, Scalar>, report: Report): void {
  ended.set(name.value, name);
  if (name.value === step.from.value || name.value === step.to.value) return;
  report({
    code: createdOnce.code,
    severity: 'error',
    message: `this message does not involve ${JSON.stringify(name.value)}, which it destroys`,
    span: name.span,
    hint: `destroy ${step.from.value} or ${step.to.value} here`,
  });
}
