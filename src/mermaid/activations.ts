/**
 * Mermaid counts activations line by line, and refuses to end one that it has not seen begin. In a flow, each branch of a
 * fragment begins with the fragment's activations: `alt` may end one in every branch. So each branch first restores them.
 */
import type { ActivationView, StepView } from './mermaid-view.js';

type Counts = ReadonlyMap<string, number>;

export interface Activations {
  /** Ends a participant's activations but the last `kept`, and gives the statements for it. */
  end(name: string, kept: number): readonly ActivationView[];
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
    end(name, kept) {
      const more = Math.max(0, (now.get(name) ?? 0) - kept);
      now = new Map(now).set(name, (now.get(name) ?? 0) - more);
      return repeat(name, -more);
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

/** A branch may at once undo what was restored for it: Mermaid would draw both, as the stub of a bar. */
export function dropReversals(steps: readonly StepView[]): readonly StepView[] {
  const first = steps.findIndex(({ kind }) => kind !== 'activation');
  const kept: StepView[] = [];
  for (const step of first === -1 ? steps : steps.slice(0, first)) {
    const at = kept.findIndex((other) => undoes(step, other));
    if (at === -1) kept.push(step);
    else kept.splice(at, 1);
  }
  return first === -1 ? kept : [...kept, ...steps.slice(first)];
}

const undoes = (one: StepView, other: StepView): boolean =>
  one.kind === 'activation' &&
  other.kind === 'activation' &&
  one.participant === other.participant &&
  one.keyword !== other.keyword;
