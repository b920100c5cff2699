/** What a caller may choose of outputs. */
import type { Design } from '../design.js';
import type { Annotations, AsciiChoice, Excerpt, Size, ThemePair } from '../model/index.js';
import type { AsciidocPart } from '../page/index.js';
import { PICTURE_DEFAULTS } from '../stamp/index.js';
import type { StampVersions } from '../stamp/index.js';
import type { TextStyle } from '../theme/index.js';

/** What holds where nobody says otherwise: a release may change it. */
export const outputDefaults = {
  /** Columns of text diagrams; one that can't be as narrow is wider. */
  width: 100,
  pictures: PICTURE_DEFAULTS,
} as const;

export interface TextOptions {
  /** A theme preset in place of the flow's own. */
  readonly theme?: string | undefined;
  readonly charset?: 'unicode' | 'ascii' | undefined;
  /** Columns of the text diagram. */
  readonly width?: number | undefined;
  /** Of the text diagram, in place of the flow's own. */
  readonly style?: AsciiChoice['style'] | undefined;
  /** Colours a piece of the text diagram as the theme has it, for a terminal. */
  readonly paint?: (style: TextStyle, text: string) => string;
  /** Notes for a review, in the diagrams and the page. */
  readonly annotations?: Annotations;
  /** Only these steps, in the diagrams and the description; from {@link findExcerpt}. */
  readonly excerpt?: Excerpt;
  /** Both diagrams as a block of Markdown. */
  readonly fenced?: boolean | undefined;
  /** What stands before each line of both diagrams, in source code: `# `, ` * `. */
  readonly comment?: string | undefined;
  /** The page and the table of steps in AsciiDoc, as a part of a document. Default: Markdown. */
  readonly asciidoc?: AsciidocPart | undefined;
  /** What leads from the page to its pictures: a path that ends in a slash. Default: they lie beside it. */
  readonly pictures?: string | undefined;
  /** From {@link loadDesign}. Default: the packaged one. */
  readonly design?: Design;
}

interface PictureOptions {
  /** The presets of pictures, in place of the flow's own: for light pages, and for dark ones. */
  readonly themes?: ThemePair | undefined;
  /** PNG pixels for a CSS pixel; default 2. */
  readonly scale?: number | undefined;
  /** Pixels. Default: the diagram's own width. */
  readonly imageWidth?: number | undefined;
  /** A CSS colour, or `transparent`. Default: the theme's. */
  readonly background?: string | undefined;
  /** Whether an SVG carries the letters of its fonts. Default: no. */
  readonly embedFonts?: boolean | undefined;
  /** What stamps name; required by stamped outputs. */
  readonly versions?: StampVersions;
}

interface SlideOptions {
  /** Pixels of a slide. Default: 2560 x 1440. */
  readonly fit?: Size | undefined;
  /** A slide for each phase, which is the default, or for each step. */
  readonly by?: 'phase' | 'step' | undefined;
  /** With a slide for each step: later steps are faint, not absent. */
  readonly dim?: boolean | undefined;
  /** Default: png. */
  readonly slideFormat?: 'png' | 'svg' | undefined;
}

export interface MakeOptions extends TextOptions, PictureOptions, SlideOptions {}
