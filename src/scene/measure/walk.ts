/** What measuring knows of a script beside its words, and keeps from step to step. */
import type { Lives } from '../../layout/index.js';
import { bar } from '../metrics.js';

/** What the words of a flow don't say. */
export interface Facts {
  /** Whether messages through the browser stand out. */
  readonly tellsChannelsApart: boolean;
  /** Whether redirects are marked. */
  readonly marksRedirects: boolean;
  /** Letters behind a message, by the id of its step: the STRIDE categories of its threats, rules of findings. */
  readonly tags: ReadonlyMap<string, string>;
  /** How much larger numbers and tags may be printed than they are laid out. Default: 1. */
  readonly enlarged?: number;
}

export interface Walk extends Lives {
  readonly facts: Facts;
  readonly at: (id: string) => number;
  readonly ids: readonly string[];
}

/** How far the bars of an activation of this depth reach to the right of their lifeline. */
export const rightReach = (depth: number): number => (depth === 0 ? 0 : bar.width / 2 + (depth - 1) * bar.nest);
export const leftReach = (depth: number): number => (depth === 0 ? 0 : bar.width / 2);

/** The outermost lifelines of participants. */
export function endsOf(
  participants: readonly string[],
  { at }: Walk,
): { readonly first: number; readonly last: number } {
  const ends = participants.map(at);
  return { first: Math.min(...ends), last: Math.max(...ends) };
}
