/** The options of callers, and the styles, each a row of numbers. */
import type { AsciiChoice, Corners } from '../model/index.js';
import { charsets, rfcGlyphs, withCorners } from './glyphs.js';
import type { Charset, Glyphs } from './glyphs.js';

/** Emoji and legs are not options here: they are in the words already. */
export interface AsciiOptions extends Omit<AsciiChoice, 'emoji' | 'legs'> {
  readonly charset: Charset;
  readonly corners: Corners;
}

export interface Style {
  /** Blank cells beside the text of a participant's head. */
  readonly headPad: number;
  /** The minimum of blank cells between the heads of neighbours. */
  readonly headGap: number;
  /** Blank cells between a lifeline and a text beside it. */
  readonly textGap: number;
  /** Whether a message's text stands in its stem, `--(A)- text ->`, and its further lines below, not above it. */
  readonly inside: boolean;
  /** Whether a stem joins its lifeline (`├──>`) or begins beside it (`│──>`). */
  readonly joined: boolean;
  /** Whether there is a row of lifelines before the end of a frame, and at the end of the diagram. */
  readonly airy: boolean;
  /** The minimum of border cells before and after the title of a frame or box. */
  readonly lead: number;
  /** The only charset of the style; null for any. */
  readonly charset: Charset | null;
  /** The maximum width in columns; null for any. */
  readonly widest: number | null;
  /** Whether the numbers of messages are legs, in letters or digits: `(A)`. */
  readonly legs: boolean;
}

const anywhere = { charset: null, widest: null, legs: false } as const;

export const styles = {
  full: { headPad: 1, headGap: 2, textGap: 2, inside: false, joined: true, airy: true, lead: 1, ...anywhere },
  compact: { headPad: 1, headGap: 2, textGap: 2, inside: false, joined: false, airy: false, lead: 1, ...anywhere },
  // Plain-text RFCs have lines of 72 columns, and their figures are indented by three.
  rfc: {
    headPad: 1,
    headGap: 2,
    textGap: 2,
    inside: true,
    joined: false,
    airy: false,
    lead: 2,
    charset: 'ascii',
    widest: 69,
    legs: true,
  },
} as const satisfies Record<AsciiChoice['style'], Style>;

/** How many blank cells a style gives up where a script would not fit otherwise. */
const spacings = {
  usual: {},
  tight: { headGap: 1, textGap: 1 },
  dense: { headGap: 1, textGap: 1, headPad: 0 },
  // For the style that has texts in its stems.
  above: { headGap: 1, textGap: 1, headPad: 0, inside: false },
} as const;
export type Spacing = keyof typeof spacings;

export const styleOf = ({ style }: Pick<AsciiOptions, 'style'>, { spacing }: { readonly spacing: Spacing }): Style => ({
  ...styles[style],
  ...spacings[spacing],
});

/** The requested options, limited to what the style allows; `width` in columns. */
export function withinStyle<Asked extends Pick<AsciiOptions, 'style' | 'charset' | 'width'>>(asked: Asked): Asked {
  const { charset, widest }: Style = styles[asked.style];
  const width = widest === null ? asked.width : Math.min(widest, asked.width ?? widest);
  return { ...asked, charset: charset ?? asked.charset, width };
}

/** The cells of a stem before the leg or the text in it. */
export const stemLead = 2;

/** The cells that a message's number and text take besides their own: beside them, or before and after them in the stem. */
export const besideText = ({ inside, textGap }: Style): number => (inside ? stemLead + 1 + 3 : 2 * textGap);

/** The cells from an edge of a frame or box to its title: a corner, border cells, a blank. */
export const titleInset = ({ lead }: Style): number => lead + 2;

export const glyphsOf = ({ style, charset, corners }: AsciiOptions): Glyphs =>
  withCorners(style === 'rfc' ? rfcGlyphs : charsets[charset], corners);

/** The cells of a rule before its title, lines and a blank: across the diagram, and inside a frame, where a lifeline stands in it. */
export const ruleInset = { across: 3, inside: 4 } as const;

/** Distances in cells, the same for every style. */
export const space = {
  /** Between a lifeline and a note beside it, and between a frame and its contents. */
  note: 1,
  /** Between a lifeline and the frame around it. */
  frame: 2,
  /** From a lifeline to the vertical line of its self-message. */
  loop: 4,
} as const;

/** Rows after which a diagram repeats its heads at the bottom: about a screen. */
export const screenRows = 40;
