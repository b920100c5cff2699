import { allSteps } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** What is verified stands on the message that a participant sends to itself. */
export const ownChecks: Rule = {
  code: 'own-checks',
  check({ steps }, report) {
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step) || !step.checks?.[0] || (step.from.value === step.to.value && !step.via)) continue;
      const { value } = step.to;
      report({
        code: this.code,
        severity: 'error',
        message: 'only a participant itself can check what "checks" names',
        span: step.checks[0].span,
        hint: `write a step of its own: "${value} -> ${value}:", with "checks"`,
      });
    }
  },
};
