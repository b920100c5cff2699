import { unknownName } from '../source/index.js';
import { allSteps } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** A sample of the page names a message with a request. A redirect causes one too, but not for `code`: programs follow it. */
export const knownSamples: Rule = {
  code: 'known-samples',
  check({ steps, page }, report) {
    const messages = allSteps(steps ?? []).filter((step) => 'from' in step);
    const idsOf = (some: typeof messages): string[] => some.flatMap(({ id }) => (id ? [id.value] : []));
    const requests = idsOf(messages.filter((step) => step.request && !step.redirect));
    const samples = [...requests, ...idsOf(messages.filter((step) => step.redirect && step.via))];
    const named = [
      ...(page?.samples ?? []).map((sample) => ({ step: sample.step, ids: samples })),
      ...(page?.code ?? []).map((step) => ({ step, ids: requests })),
    ];
    for (const { step, ids } of named) {
      if (ids.includes(step.value)) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `no message with a request has the id ${JSON.stringify(step.value)}`,
        span: step.span,
        ...unknownName(step.value, 'ids', ids, step.span),
      });
    }
  },
};
