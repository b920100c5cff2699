import { allSteps } from '../syntax/walk.js';
import type { Rule } from './rule.js';

/** A redirect through a browser says where it goes. */
export const redirectTarget: Rule = {
  code: 'redirect-target',
  check({ steps }, report) {
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step) || !step.via || step.redirect) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `the redirect through ${JSON.stringify(step.via.value)} does not say where it goes`,
        span: step.via.span,
        hint: 'add "redirect: { to: https://…, query: { … } }"',
      });
    }
  },
};
