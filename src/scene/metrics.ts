/** Distances in px, the same for every picture. */

/** A measure in characters bounds texts; the loosest that is narrow enough is taken. */
export const measures = [44, 38, 32, 28, 24, 21, 18] as const;
/** Narrower ones, for paper, whose width is fixed. */
export const narrowMeasures = [16, 14, 12] as const;
/** The width of a character of a measure. */
export const CHARACTER = 7.3;

/** Around the picture. */
export const MARGIN = 16;

export const label = {
  /** From a lifeline to the label, and from the label to the other lifeline. */
  before: 12,
  after: 10,
  /** From the label's last line to its arrow. */
  above: 6,
  most: 350,
} as const;

/** From the left edge of a number, or of a mark, to what follows it. */
export const lead = { badge: 24, badgeSize: 18, badgeGap: 6, mark: 17 } as const;

/** Behind a label: a triangle and letters, with room around them. */
export const tag = { height: 16, radius: 4, icon: 12, pad: 5 } as const;

export const loop = { width: 17, height: 18, text: 30, after: 10, least: 22, most: 250, narrow: 200 } as const;

export const note = {
  pad: { x: 11, y: 6 },
  dataPad: { x: 12, y: 8 },
  radius: 6,
  /** The widest text, attached to a message and of its own, and in the room that is there. */
  attached: 200,
  own: 300,
  most: 320,
  /** From a lifeline to a note beside it. */
  beside: 12,
} as const;

export const head = {
  radius: 8,
  glyph: 20,
  glyphGap: 6,
  pad: 12,
  padMany: 9,
  least: 64,
  /** What the card adds to its lines. */
  height: 44,
  heightWithoutGlyph: 18,
} as const;

export const zone = {
  radius: 10,
  beside: 12,
  /** Between two zones. */
  gap: 8,
  gapMany: 6,
  besideMany: 8,
  above: 10,
  below: 10,
  titleTop: 9,
  title: 16,
  titleRoom: 20,
  /** An outer zone that is so near to the picture's edge reaches it. */
  reach: 40,
} as const;

export const frame = {
  radius: 8,
  /** Outside of what it holds. */
  beside: 10,
  /** On both sides of a lifeline that it holds. */
  lifeline: 8,
  top: 8,
  pill: { x: 10, height: 18, radius: 5, pad: 7 },
  labelGap: 8,
  labelMost: 300,
  bottom: 12,
  branchAbove: 14,
  branchBelow: 7,
  /** An edge that is nearer to a lifeline stands so far off it. */
  near: 9,
  off: 12,
} as const;

export const bar = { width: 8, nest: 4, radius: 2 } as const;

export const foot = { radius: 6, height: 12, far: 640, pad: 24 } as const;

/** The smallest distances between rows, in which the larger of two counts. */
export const margin = {
  heads: 22,
  message: 17,
  secondLeg: 13,
  attached: 9,
  attachedToSelf: 7,
  band: { above: 30, below: 16 },
  nested: { above: 18, below: 12 },
  frame: { above: 20, header: 11, below: 18 },
  names: { above: 12, below: 14, far: 760, fromFoot: 360 },
  end: 18,
} as const;

export const band = { height: 28, radius: 6, text: 14 } as const;
