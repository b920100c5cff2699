import { placeOf } from '../syntax/index.js';
import type { Rule } from './rule.js';

const needed = {
  id: 'id: …',
  title: 'title: …',
  participants: 'participants: { C: Client, AS: Authorization server }',
  steps: 'steps: [ … ]',
} as const;

/** A flow, including what it extends and includes, has an id, a title, participants and steps. */
export const completeFlow: Rule = {
  code: 'required-keys',
  check(flow, report) {
    for (const [key, example] of Object.entries(needed)) {
      if (key in flow && !(key === 'participants' && flow.participants?.length === 0)) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `the flow has no ${JSON.stringify(key)}`,
        span: flow.id?.span ?? placeOf(flow),
        hint: `add "${example}"`,
      });
    }
  },
};
