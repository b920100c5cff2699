/** Which way an element grows that is wider than its one lifeline needs. */

export interface Sides {
  /** Cells left and right of the lifeline's own. */
  readonly left: number;
  readonly right: number;
}

export function centred(width: number): Sides {
  const left = Math.floor((width - 1) / 2);
  return { left, right: width - 1 - left };
}

/** The outermost lifelines let it grow inward, where the diagram has room already, the others to both sides. */
export function lean({ left, right }: Sides, width: number, participant: number, participants: number): Sides {
  const more = Math.max(0, width - left - right - 1);
  const share = participant === 0 ? 0 : participant === participants - 1 ? more : Math.floor(more / 2);
  return { left: left + share, right: right + more - share };
}
