/** Fonts inside a picture, so that it looks the same where they are not installed. */

/** The texts of a picture in one font. */
export interface FaceText {
  readonly font: 'sans' | 'mono';
  readonly isBold: boolean;
  /** All letters, in any order. */
  readonly text: string;
}

export interface EmbedRequest {
  /** The flow's: names it in messages. */
  readonly id: string;
  /** The picture's: names its fonts, so that they don't replace those of a page around it. */
  readonly svgId: string;
  readonly faces: readonly FaceText[];
}

export interface EmbeddedFonts {
  /** The names of their families. */
  readonly families: Readonly<Record<'sans' | 'mono', string>>;
  /** Rules for `@font-face`, with the fonts as `data:` URLs. */
  readonly css: string;
}
