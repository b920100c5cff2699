import { allSteps, branchesOf, placeOf } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** An alt, par or critical has at least one branch. */
export const branchedFragments: Rule = {
  code: 'branched-fragments',
  check(flow, report) {
    for (const step of allSteps(flow.steps ?? [])) {
      if (branchesOf(step)?.length !== 0) continue;
      const [type = ''] = Object.keys(step);
      report({
        code: this.code,
        severity: 'error',
        message: `the fragment ${JSON.stringify(type)} has no branches`,
        span: placeOf(step),
        hint: 'add branches by label: "accepted: [ … ]"',
      });
    }
  },
};
