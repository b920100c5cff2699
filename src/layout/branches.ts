/** Walks the branches of a fragment: each begins with the activations, and the participants, that there were before it. */
import type { Activations, Ends, Turn } from './lives.js';

/** The state of a walk from the first step to the last. */
export interface Lives {
  readonly activations: Activations;
  readonly ends: Ends;
}

export interface BranchStart {
  /** Participants that the branch before ended, and that go on. */
  readonly revives: readonly number[];
  /** Activations to restore to those at the fragment's start. */
  readonly restores: readonly Turn[];
}

/**
 * Visits each list of steps. A region is one branch.
 *
 * @param close makes the fragment of its branches; the peaks of activations are then those inside of it
 * @returns the fragment, with the participants that go on below it, though its last branch ends them
 */
export function walkBranches<List, Branch, Frame>(
  lists: readonly List[],
  { activations, ends }: Lives,
  visit: (list: List, start: BranchStart) => Branch,
  close: (branches: readonly Branch[]) => Frame,
): Frame & Pick<BranchStart, 'revives'> {
  const start = activations.enter();
  const ended = ends.now();
  const branches = lists.map((list) =>
    visit(list, { revives: ends.revive(ended), restores: activations.restore(start) }),
  );
  const frame = close(branches);
  activations.leave(start);
  return { ...frame, revives: ends.revive(ended) };
}
