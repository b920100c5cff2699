/**
 * Mermaid counts activations line by line, and refuses to end one that it has not seen begin. In a flow, each branch of a
 * fragment begins with the fragment's activations: `alt` may end one in every branch. So each branch first restores them.
 */
import type { ActivationView } from './mermaid-view.js';

type Counts = ReadonlyMap<string, number>;

export interface Activations {
  change(name: string, by: 1 | -1): void;
  /** How many activations each participant has now. */
  counts(): Counts;
  /** Returns to `counts`, and gives the statements that Mermaid needs for it. */
  restore(counts: Counts): readonly ActivationView[];
}

export function trackActivations(): Activations {
  let now: Counts = new Map();
  return {
    change(name, by) {
      now = new Map(now).set(name, (now.get(name) ?? 0) + by);
    },
    counts: () => now,
    restore(counts) {
      const names = [...new Set([...now.keys(), ...counts.keys()])];
      const statements = names.flatMap((name) => repeat(name, (counts.get(name) ?? 0) - (now.get(name) ?? 0)));
      now = counts;
      return statements;
    },
  };
}

const repeat = (participant: string, times: number): readonly ActivationView[] =>
  Array.from({ length: Math.abs(times) }, () => ({
    kind: 'activation',
    keyword: times > 0 ? 'activate' : 'deactivate',
    participant,
  }));
