import { nearestOf } from '../diagnostic.js';
import { allSteps } from '../syntax/walk.js';
import type { Rule } from './rule.js';

/** A sample of the page names a message with a request. */
export const knownSamples: Rule = {
  code: 'known-samples',
  check({ steps, page }, report) {
    const ids = [...allSteps(steps ?? [])].flatMap((step) =>
      'from' in step && step.id && step.request ? [step.id.value] : [],
    );
    for (const step of [...(page?.samples ?? []).map((sample) => sample.step), ...(page?.code ?? [])]) {
      if (ids.includes(step.value)) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `no message with a request has the id ${JSON.stringify(step.value)}`,
        span: step.span,
        hint: nearestOf(step.value, 'ids', ids),
      });
    }
  },
};
