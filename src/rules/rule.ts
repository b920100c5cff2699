/** Defines a rule: one fact that is true for every flow that can be drawn. */
import type { Report } from '../source/index.js';
import type { FlowShape } from '../syntax/index.js';

export interface Rule {
  /** Named for the fact; also its code in messages. */
  readonly code: string;
  /** Reports each place where the fact is not true. The shape lacks parts that had other mistakes. */
  readonly check: (flow: FlowShape, report: Report) => void;
}
