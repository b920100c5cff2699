/** What the caller may choose, and what a style is: a row of numbers. */
import type { AsciiChoice } from '../model/flow.js';
import type { Charset } from './glyphs.js';

export interface AsciiOptions extends AsciiChoice {
  readonly charset: Charset;
}

export interface Style {
  /** Blank cells beside the text of a participant's head. */
  readonly headPad: number;
  /** Blank cells between the heads of neighbours, at least. */
  readonly headGap: number;
  /** Whether a stem grows out of its lifeline (`├──>`) or begins beside it (`│──>`). */
  readonly joined: boolean;
  /** Whether a row of lifelines stands before the end of a frame, and at the end of the diagram. */
  readonly airy: boolean;
}

export const styles = {
  full: { headPad: 1, headGap: 2, joined: true, airy: true },
  compact: { headPad: 1, headGap: 2, joined: false, airy: false },
} as const satisfies Record<AsciiChoice['style'], Style>;

/** Cells that hold for every style. */
export const space = {
  /** Between a lifeline and a text beside it. */
  text: 2,
  /** Between a lifeline and a note beside it, and between a frame and what it holds. */
  note: 1,
  /** Between a lifeline and the frame around it. */
  frame: 2,
  /** From a lifeline to the upright of its self-message. */
  loop: 4,
} as const;

/** Rows after which a diagram repeats its heads at the bottom: about a screen. */
export const screenRows = 40;
