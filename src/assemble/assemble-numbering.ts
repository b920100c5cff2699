import type { FlowShape } from '../syntax/schema.js';
import type { Numbering } from '../model/flow.js';

/** The default is Mermaid's badge, from 1 in steps of 1. */
export function buildNumbering(numbering: FlowShape['numbering']): Numbering {
  const show = numbering?.show?.value ?? 'badge';
  return {
    badge: show === 'badge' || show === 'both',
    label: show === 'label' || show === 'both',
    start: numbering?.start?.value ?? 1,
    step: numbering?.step?.value ?? 1,
  };
}
