/** Defines a rule: one fact that holds for every flow that can be drawn. */
import type { Report } from '../source/index.js';
import type { FlowShape } from '../syntax/index.js';

export interface Rule {
  /** Named for the fact; also its code in messages. */
  readonly code: string;
  /** Reports each place where the fact doesn't hold. The shape may have holes where other mistakes were left out. */
  readonly check: (flow: FlowShape, report: Report) => void;
}
