import { allSteps } from '../syntax/index.js';
import type { Scalar } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** A step id belongs to one step. */
export const uniqueStepIds: Rule = {
  code: 'unique-step-ids',
  check({ steps }, report) {
    const seen = new Map<string, Scalar>();
    for (const step of allSteps(steps ?? [])) {
      const id = 'id' in step ? step.id : undefined;
      if (!id) continue;
      const first = seen.get(id.value);
      if (!first) seen.set(id.value, id);
      else {
        report({
          code: this.code,
          severity: 'error',
          message: `two steps have the id ${JSON.stringify(id.value)}`,
          span: id.span,
          hint: 'give each step its own id',
          related: [{ message: 'first defined here', span: first.span }],
        });
      }
    }
  },
};
