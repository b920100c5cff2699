/**
 * The room that an element needs beside its lifelines, in whole units. A lifeline is one unit wide; a unit is a cell of the
 * text diagram.
 */

/** Participants are indices from the left. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  /** Left of the first participant's lifeline and right of the last one's; negative where the element is beside the lifeline. */
  readonly left: number;
  readonly right: number;
  /** The minimum distance from the first lifeline to the last. */
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
 * The sides of an element that is wider than its one lifeline needs. At the outermost lifelines it grows inward, where the
 * diagram already has room; at the others, to both sides.
 */
export function lean({ left, right }: Sides, width: number, participant: number, participants: number): Sides {
  const more = Math.max(0, width - left - right - 1);
  const share = participant === 0 ? 0 : participant === participants - 1 ? more : Math.floor(more / 2);
  return { left: left + share, right: right + more - share };
}
