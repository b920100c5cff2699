/** Tracks which participants are active, and which exist, in a walk from the first step to the last. */
import { flatSteps, lifelinesOf } from '../model/index.js';
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

/**
 * The participants that have been destroyed. A branch may end one that another branch, or a later step, still needs: its lifeline
 * then goes on. Participants are indices.
 */
export class Ends {
  /** How many steps still name each participant. */
  readonly #mentions: number[];
  #ended: ReadonlySet<number> = new Set();

  constructor(
    steps: readonly ScriptStep[],
    readonly at: (id: string) => number,
  ) {
    this.#mentions = [];
    for (const step of flatSteps(steps)) this.#count(step, 1);
  }

  /** The walk has come to a step. */
  meet(step: ScriptStep): void {
    this.#count(step, -1);
  }

  end(participant: number): void {
    this.#ended = new Set(this.#ended).add(participant);
  }

  /** Those that are ended now. */
  now(): ReadonlySet<number> {
    return this.#ended;
  }

  /** Those that a branch has ended and a later step names: they go on after the branch. `before`: the ends before the branch. */
  revive(before: ReadonlySet<number>): readonly number[] {
    const alive = [...this.#ended].filter((one) => !before.has(one) && (this.#mentions[one] ?? 0) > 0);
    this.#ended = new Set([...this.#ended].filter((one) => !alive.includes(one)));
    return alive;
  }

  #count(step: ScriptStep, by: 1 | -1): void {
    for (const id of lifelinesOf(step)) {
      const participant = this.at(id);
      this.#mentions[participant] = (this.#mentions[participant] ?? 0) + by;
    }
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
