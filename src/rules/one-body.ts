import { allSteps } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** A request has one body. */
export const oneBody: Rule = {
  code: 'one-body',
  check({ steps }, report) {
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step) || !step.request?.form || !step.request.json) continue;
      const span = step.request.json.node.span;
      const message = 'a request has either a form or a JSON body, not both';
      report({ code: this.code, severity: 'error', message, span, hint: 'keep one of "form" and "json"' });
    }
  },
};
