/** Numbers messages as Mermaid's renderer does (sequenceRenderer.ts): hidden numbers count too. */
import type { ChartMessage } from '../chart.js';
import type { MermaidMessage } from './database.js';

export interface CountNumber {
  /** The number of the next message. */
  readonly next: () => ChartMessage['number'];
  /** Applies an `autonumber`. */
  readonly change: (numbers: MermaidMessage['numbers'], tell: (message: string) => void) => void;
}

export function countNumbers(config: Readonly<Record<string, unknown>>): CountNumber {
  const { sequence } = config;
  const always = typeof sequence === 'object' && sequence !== null && 'showSequenceNumbers' in sequence;
  let [value, step, isShown] = [1, 1, always && sequence.showSequenceNumbers === true];
  const isAlways = isShown;
  return {
    next() {
      const number = isShown ? { value, step } : null;
      value += step;
      return number;
    },
    change(numbers, tell) {
      const [start, by] = [numbers?.start ?? 0, numbers?.step ?? 0];
      if (!Number.isInteger(start) || !Number.isInteger(by)) tell('decimal numbers are rounded to whole ones');
      // A zero changes nothing.
      value = whole(start, 99_999) || value;
      step = whole(by, 1000) || step;
      isShown = isAlways || numbers?.visible === true;
    },
  };
}

const whole = (number: number, limit: number): number => Math.min(Math.ceil(number), limit);
