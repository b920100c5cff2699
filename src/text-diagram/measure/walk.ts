/** The state of a walk over the steps: room depends on who is active at that moment. */
import type { AsciiOptions } from '../options.js';
import { reachOf, type Head, type Turn } from './blocks.js';

/** What the walk knows at a step. */
export interface Walk {
  readonly options: AsciiOptions;
  readonly heads: readonly Head[];
  /** The width that the last lifeline's self-messages share, where they are text. */
  readonly selfColumn: number;
  readonly at: (id: string) => number;
  /** Activations now, by participant. */
  readonly depths: number[];
  /** The most activations since the innermost open frame began. */
  peaks: number[];
}

export function turn(walk: Walk, participant: number, change: 1 | -1): Turn {
  const depth = Math.max(0, (walk.depths[participant] ?? 0) + change);
  walk.depths[participant] = depth;
  walk.peaks[participant] = Math.max(walk.peaks[participant] ?? 0, depth);
  return { participant, depth };
}

/** The activations as they were; what changed since. */
export function restore(walk: Walk, before: readonly number[]): readonly Turn[] {
  return before.flatMap((depth, participant): Turn[] => {
    if (walk.depths[participant] === depth) return [];
    walk.depths[participant] = depth;
    return [{ participant, depth }];
  });
}

export const reachNow = (walk: Walk, participant: number): number => reachOf(walk.depths[participant] ?? 0);
