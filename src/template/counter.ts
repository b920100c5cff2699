/** Message numbers, in drawing order. */
import type { Numbering } from '../model/flow.js';
import type { Medium, ScriptNumbering } from '../model/script.js';

export interface Count {
  /** '' where messages are not numbered. */
  readonly number: string;
  /** Whether the number is written before the text. */
  readonly isLabel: boolean;
}

const isNumbered = ({ badge, label }: Numbering): boolean => badge || label;

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
      if (!isNumbered(numbering) && medium !== 'alt') return { number: '', isLabel: false };
      const number = String(next);
      next += numbering.step;
      return { number, isLabel: medium === 'text' || (medium === 'mermaid' && numbering.label) };
    },
    change(to) {
      // A description numbers all: what the diagrams leave without a number goes on from the one before.
      if (medium === 'alt' && !isNumbered(to)) return;
      numbering = to;
      next = to.start;
    },
  };
}
