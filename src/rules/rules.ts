/** Lists all rules. Findings at the same place are reported in this order. */
import type { Report } from '../source/index.js';
import type { FlowShape } from '../syntax/index.js';
import { balancedActivations } from './balanced-activations.js';
import { branchedFragments } from './branched-fragments.js';
import { completeFlow } from './complete-flow.js';
import { createdOnce } from './created-once.js';
import { endedActivations } from './ended-activations.js';
import { drawnNames } from './drawn-names.js';
import { knownBoxes } from './known-boxes.js';
import { knownParticipants } from './known-participants.js';
import { knownReplies } from './known-replies.js';
import { knownSamples } from './known-samples.js';
import { messageEnds } from './message-ends.js';
import { notePlacement } from './note-placement.js';
import { oneBody } from './one-body.js';
import { ownChecks } from './own-checks.js';
import { redirectTarget } from './redirect-target.js';
import type { Rule } from './rule.js';
import { uniqueStepIds } from './unique-step-ids.js';

export const rules: readonly Rule[] = [
  completeFlow,
  knownBoxes,
  uniqueStepIds,
  knownParticipants,
  knownReplies,
  messageEnds,
  branchedFragments,
  redirectTarget,
  notePlacement,
  drawnNames,
  ownChecks,
  oneBody,
  balancedActivations,
  endedActivations,
  createdOnce,
  knownSamples,
];

export function checkRules(flow: FlowShape, report: Report): void {
  for (const rule of rules) rule.check(flow, report);
}
