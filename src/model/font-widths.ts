/** How wide the letters of a user's own font are, so that pictures are laid out for it. */

/** In thousandths of an em, by code point; undefined for a letter that the font lacks. */
export type AdvanceOf = (codePoint: number) => number | undefined;

/** A font with its two faces. Kerning is not known, so that a text is about as wide as this says. */
export interface FontWidths {
  /** As a theme's `fontFamily` names it. */
  readonly family: string;
  /** Differs where the widths may. Default: ''. */
  readonly hash?: string | undefined;
  readonly regular: AdvanceOf;
  readonly bold: AdvanceOf;
}
