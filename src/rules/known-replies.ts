import { unknownName } from '../source/index.js';
import { allSteps } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** A reply answers an earlier message. */
export const knownReplies: Rule = {
  code: 'known-replies',
  check({ steps }, report) {
    const before: string[] = [];
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step)) continue;
      const { replyTo, id } = step;
      if (replyTo && !before.includes(replyTo.value)) {
        report({
          code: this.code,
          severity: 'error',
          message: `no message before this reply has the id ${JSON.stringify(replyTo.value)}`,
          span: replyTo.span,
          ...unknownName(replyTo.value, 'ids before it', before, replyTo.span),
        });
      }
      if (id) before.push(id.value);
    }
  },
};
