import { allScalars, allSteps, branchesOf, placeOf } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** An alt, par or critical has at least one branch. */
export const branchedFragments: Rule = {
  code: 'branched-fragments',
  check(flow, report) {
    for (const step of allSteps(flow.steps ?? [])) {
      if (branchesOf(step)?.length !== 0) continue;
      const [type = ''] = Object.keys(step);
      // An empty fragment may contain nothing that has a place.
      const [place] = allScalars(step);
      report({
        code: this.code,
        severity: 'error',
        message: `the fragment ${JSON.stringify(type)} has no branches`,
        span: place?.span ?? flow.id?.span ?? placeOf(flow),
        hint: 'add branches by label: "accepted: [ … ]"',
      });
    }
  },
};
