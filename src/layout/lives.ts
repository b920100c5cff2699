/** Tracks which participants are active, and which exist, in a walk from the first step to the last. */
import { flatSteps } from '../model/index.js';
import type { ScriptStep } from '../model/index.js';

/** From here on a lifeline has this many activations. */
export interface Turn {
  /** Its index from the left. */
  readonly participant: number;
  readonly depth: number;
}

/** The activations at the start of a frame. */
interface FrameStart {
  readonly depths: readonly number[];
  /** The peaks of the frame around it. */
  readonly peaks: readonly number[];
}

/** The activations of each lifeline: now, and the maximum since the innermost open frame began. Participants are indices. */
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

  /** A deactivation without an activation changes nothing. */
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

  /** Resets the activations to those at the start of the fragment, for its next branch, and returns what changed. */
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

/** How many activations of the receiver follow a message directly: `activate B` after a message to B is the same as its `+`. */
export function activationsAfter(steps: readonly ScriptStep[], index: number, receiver: string): number {
  let count = 0;
  for (;;) {
    const next = steps[index + count + 1];
    if (next?.kind !== 'activation' || !next.active || next.participant !== receiver) return count;
    count += 1;
  }
}

/** The ids of participants that are created by a message. */
export const createdIn = (steps: readonly ScriptStep[]): ReadonlySet<string> =>
  new Set(
    [...flatSteps(steps)].flatMap((step) =>
      step.kind === 'message' && step.create && step.from !== step.to ? [step.to] : [],
    ),
  );
