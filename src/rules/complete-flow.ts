import type { Rule } from './rule.js';

const needed = {
  title: 'title: …',
  participants: 'participants: { C: Client, AS: Authorization server }',
  steps: 'steps: [ … ]',
} as const;

/** A flow, with what it extends and includes, has a title, participants and steps. */
export const completeFlow: Rule = {
  code: 'required-keys',
  check(flow, report) {
    for (const [key, example] of Object.entries(needed)) {
      const value = flow[key as keyof typeof needed];
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `the flow ${JSON.stringify(flow.id.value)} needs ${JSON.stringify(key)}`,
        span: flow.id.span,
        hint: `add "${example}"`,
      });
    }
  },
};
