import type { Numbering } from '../model/index.js';
import type { FlowShape } from '../syntax/index.js';

/** The default is Mermaid's badge, from 1 in steps of 1. */
export function assembleNumbering(numbering: FlowShape['numbering']): Numbering {
  const show = numbering?.show?.value ?? 'badge';
  return {
    badge: show === 'badge' || show === 'both',
    label: show === 'label' || show === 'both',
    start: numbering?.start?.value ?? 1,
    step: numbering?.step?.value ?? 1,
  };
}
