/**
 * How much room an element needs beside its lifelines, in whole units; a lifeline is one unit wide. A unit is a cell of the
 * text diagram.
 */

/** Participants are indices from the left. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  /** Left of the first participant's lifeline, and right of the last one's; negative where the element stands beside it. */
  readonly left: number;
  readonly right: number;
  /** From the first lifeline to the last one, at least. */
  readonly room: number;
}

export interface Sides {
  /** Units left and right of the lifeline's own. */
  readonly left: number;
  readonly right: number;
}

export function centred(width: number): Sides {
  const left = Math.floor((width - 1) / 2);
  return { left, right: width - 1 - left };
}

/**
 * The sides of an element that is wider than its one lifeline needs. The outermost lifelines let it grow inward, where the diagram has room already, the others to
 * both sides.
 */
export function lean({ left, right }: Sides, width: number, participant: number, participants: number): Sides {
  const more = Math.max(0, width - left - right - 1);
  const share = participant === 0 ? 0 : participant === participants - 1 ? more : Math.floor(more / 2);
  return { left: left + share, right: right + more - share };
}
