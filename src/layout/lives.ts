/** Who is active and who is there at a step, for a walk from the first step to the last. */
import { flatSteps } from '../model/index.js';
import type { ScriptStep } from '../model/index.js';

/** From here on a lifeline has this many activations. */
export interface Turn {
  /** Its index from the left. */
  readonly participant: number;
  readonly depth: number;
}

/** The activations as a frame began. */
interface FrameStart {
  readonly depths: readonly number[];
  /** Of the frame around it. */
  readonly peaks: readonly number[];
}

/** The activations of each lifeline, now and at the most since the innermost open frame began. Participants are indices. */
export class Activations {
  readonly #depths: number[];
  #peaks: number[];

  constructor(participants: number) {
    this.#depths = Array.from({ length: participants }, () => 0);
    this.#peaks = [...this.#depths];
  }

  depth(participant: number): number {
    return this.#depths[participant] ?? 0;
  }

  peak(participant: number): number {
    return this.#peaks[participant] ?? 0;
  }

  get peaks(): readonly number[] {
    return this.#peaks;
  }

  /** An end without a beginning changes nothing. */
  turn(participant: number, change: 1 | -1): Turn {
    const depth = Math.max(0, this.depth(participant) + change);
    this.#depths[participant] = depth;
    this.#peaks[participant] = Math.max(this.peak(participant), depth);
    return { participant, depth };
  }

  /** The participant ends, and its activations with it. */
  end(participant: number): void {
    this.#depths[participant] = 0;
  }

  enter(): FrameStart {
    const start = { depths: [...this.#depths], peaks: this.#peaks };
    this.#peaks = [...start.depths];
    return start;
  }

  /** Each branch of a fragment begins with the activations that the fragment began with: what changed since. */
  restore({ depths }: FrameStart): readonly Turn[] {
    return depths.flatMap((depth, participant): Turn[] => {
      if (this.#depths[participant] === depth) return [];
      this.#depths[participant] = depth;
      return [{ participant, depth }];
    });
  }

  leave({ peaks }: FrameStart): void {
    this.#peaks = this.#peaks.map((depth, participant) => Math.max(depth, peaks[participant] ?? 0));
  }
}

/** How many activations of the receiver come right after a message: `activate B` after one to B is that message's own `+`. */
export function activationsAfter(steps: readonly ScriptStep[], index: number, receiver: string): number {
  let count = 0;
  for (;;) {
    const next = steps[index + count + 1];
    if (next?.kind !== 'activation' || !next.active || next.participant !== receiver) return count;
    count += 1;
  }
}

/** The ids of those who appear with the message that creates them. */
export const createdIn = (steps: readonly ScriptStep[]): ReadonlySet<string> =>
  new Set(
    [...flatSteps(steps)].flatMap((step) =>
      step.kind === 'message' && step.create && step.from !== step.to ? [step.to] : [],
    ),
  );
