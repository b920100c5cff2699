import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import { allSteps, isNowhere } from '../syntax/index.js';
import type { Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

type Message = Extract<Step, { from: unknown }>;

/** A reply answers an earlier message, and comes from whom that message went to. */
export const knownReplies: Rule = {
  code: 'known-replies',
  check({ steps }, report) {
    const before = new Map<string, Message>();
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step)) continue;
      const { replyTo, id } = step;
      if (replyTo) checkReply(step, replyTo, before, report);
      if (id) before.set(id.value, step);
    }
  },
};

function checkReply(
  { from }: Message,
  replyTo: NonNullable<Message['replyTo']>,
  before: ReadonlyMap<string, Message>,
  report: Report,
): void {
  const asked = before.get(replyTo.value);
  const name = JSON.stringify(replyTo.value);
  if (!asked) {
    report({
      code: knownReplies.code,
      severity: 'error',
      message: `no message before this reply has the id ${name}`,
      span: replyTo.span,
      ...unknownName(replyTo.value, 'ids before it', [...before.keys()], replyTo.span),
    });
    return;
  }
  const { to } = asked;
  if (to.value === from.value || isNowhere(to)) return;
  report({
    code: knownReplies.code,
    severity: 'error',
    message: `this reply comes from ${JSON.stringify(from.value)}, but ${name} goes to ${JSON.stringify(to.value)}`,
    span: from.span,
    hint: `let ${JSON.stringify(to.value)} reply; in a flow that extends another, with at: { replyTo: ${replyTo.value} }`,
    related: [{ message: 'this is what it answers', span: to.span }],
  });
}
