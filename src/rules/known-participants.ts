import { unknownName } from '../source/index.js';
import { allSteps, participantsOf } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** Every participant that a step names is declared. */
export const knownParticipants: Rule = {
  code: 'known-participants',
  check({ participants, steps }, report) {
    if (!participants) return;
    const known = participants.map(({ key }) => key.value);
    for (const name of allSteps(steps ?? []).flatMap(participantsOf)) {
      if (known.includes(name.value)) continue;
      report({
        code: this.code,
        severity: 'error',
        message: `unknown participant ${JSON.stringify(name.value)}`,
        span: name.span,
        ...unknownName(name.value, 'participants', known, name.span),
      });
    }
  },
};
