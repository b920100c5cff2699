/** A finding in a flow, to be shown with it. */
import type { Flow } from './flow.js';
import type { Step } from './step.js';

export interface Remark {
  /** The flow's id: a step that several flows include has the same place in each. */
  readonly flow: string;
  /** The step's place in its file; null for a remark that belongs to no step. */
  readonly at: Step['span'] | null;
  /** `SEC006` */
  readonly rule: string;
  /** `warning` */
  readonly severity: string;
  /** In one line, as are the others. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
  /** The section of the standard. */
  readonly source: { readonly name: string; readonly url: string };
}

/** `SEC006 (warning)` */
export const labelOf = ({ rule, severity }: Remark): string => `${rule} (${severity})`;

export const remarksAt = (step: Step, flow: Flow, remarks: readonly Remark[]): readonly Remark[] =>
  remarks.filter(({ flow: id, at }) => id === flow.id && at !== null && isSame(at, step.span));

const isSame = (one: Step['span'], other: Step['span']): boolean =>
  one.start === other.start && one.source.path === other.source.path;
