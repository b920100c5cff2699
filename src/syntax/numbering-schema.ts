/** The schema of `numbering`, for a flow and for a step that changes it. */
import * as z from 'zod';
import { choice, doc, integer, short } from './shape.js';

export const numberingSchema = short(
  'show',
  z.strictObject({
    show: doc(
      choice(['badge', 'label', 'both', 'none']),
      'badge: Mermaid’s autonumber; label: "1. " in the text. The text diagram always uses label, except with none. Default: badge.',
      'label',
    ),
    start: doc(integer(0, 99_999), 'The first number. Default: 1.', 1),
    step: doc(integer(1, 1000), 'The increment. Default: 1.', 1),
    by: doc(
      choice(['flow', 'phase']),
      'phase: 1.1, 1.2, then 2.1 in the next phase, as labels, because Mermaid’s badges can’t. Default: flow.',
      'phase',
    ),
    redirects: doc(
      choice(['one', 'two']),
      'Whether the two messages of a redirect have one number or two. Default: two; one in the text diagram’s style rfc.',
      'one',
    ),
  }),
);
