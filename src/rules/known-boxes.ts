import { unknownName } from '../source/index.js';
import type { Rule } from './rule.js';

/** Every box of a participant is declared. */
export const knownBoxes: Rule = {
  code: 'known-boxes',
  check({ participants, boxes }, report) {
    const known = (boxes ?? []).map(({ key }) => key.value);
    for (const { value } of participants ?? []) {
      if (!value.box || known.includes(value.box.value)) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `unknown box ${JSON.stringify(value.box.value)}`,
        span: value.box.span,
        ...unknownName(value.box.value, 'boxes', known, value.box.span),
      });
    }
  },
};
