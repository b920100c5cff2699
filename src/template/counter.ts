/** Message numbers, in drawing order. */
import type { Numbering } from '../model/flow.js';
import type { Medium, ScriptNumbering } from '../model/script.js';

export interface Count {
  /** '' where messages are not numbered. */
  readonly number: string;
  /** Whether the number is written before the text. */
  readonly isLabel: boolean;
}

export interface Counter {
  /** Mermaid's badge numbering of what follows. The text diagram has no badges: its numbers are in the words. */
  readonly badge: () => ScriptNumbering['autonumber'];
  /** Numbers the next message. */
  readonly count: () => Count;
  /** What follows is numbered another way, from `numbering.start`. */
  readonly change: (numbering: Numbering) => void;
}

export function makeCounter(first: Numbering, medium: Medium): Counter {
  let numbering = first;
  let next = first.start;
  return {
    badge: () => (numbering.badge && medium === 'mermaid' ? { start: numbering.start, step: numbering.step } : null),
    count() {
      if (!numbering.badge && !numbering.label) return { number: '', isLabel: false };
      const number = String(next);
      next += numbering.step;
      return { number, isLabel: numbering.label || medium === 'text' };
    },
    change(to) {
      numbering = to;
      next = to.start;
    },
  };
}
