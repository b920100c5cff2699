/** The options of outputs. */
import type { Design } from '../design.js';
import type { Annotations, AsciiChoice, Excerpt, Paper, Size, ThemePair } from '../model/index.js';
import type { AsciidocPart } from '../page/index.js';
import type { PptxTemplate } from '../pptx/index.js';
import { PICTURE_DEFAULTS } from '../stamp/index.js';
import type { StampVersions } from '../stamp/index.js';
import type { TextStyle } from '../theme/index.js';

/** Defaults, which a release may change. */
export const outputDefaults = {
  /** The width of text diagrams in columns. */
  width: 100,
  /** In blocks of documents, whose sites cut what is wider than 70 to 80 columns. */
  blockWidth: 72,
  pictures: PICTURE_DEFAULTS,
} as const;

export interface TextOptions {
  /** A theme preset in place of the flow's own. */
  readonly theme?: string | undefined;
  readonly charset?: 'unicode' | 'ascii' | undefined;
  /** The width of the text diagram in columns: one that can't be held is an error. */
  readonly width?: number | undefined;
  /** The width where neither `width` nor the flow says one: one that can't be held is a notice. Default: 100. */
  readonly usualWidth?: number | undefined;
  /** The style of the text diagram, in place of the flow's own. */
  readonly style?: AsciiChoice['style'] | undefined;
  /** Applies the theme's colours to a piece of the text diagram, for a terminal. */
  readonly paint?: (style: TextStyle, text: string) => string;
  /** Notes for a review, in the diagrams and the page. */
  readonly annotations?: Annotations;
  /** Only these steps, in the diagrams and the description; from {@link findExcerpt}. */
  readonly excerpt?: Excerpt;
  /** Both diagrams as a block of Markdown. */
  readonly fenced?: boolean | undefined;
  /** The prefix of each line of both diagrams, for source code: `# `, ` * `. */
  readonly comment?: string | undefined;
  /** The page and the table of steps in AsciiDoc, as a part of a document. Default: Markdown. */
  readonly asciidoc?: AsciidocPart | undefined;
  /** The path from the page to its pictures and to the pages of other flows, with a slash at the end. Default: they are beside it. */
  readonly pictures?: string | undefined;
  /** Whether references link to the pages of other flows, which are where the pictures are. Default: yes. */
  readonly linksPages?: boolean | undefined;
  /** From {@link loadDesign}. Default: the packaged one. */
  readonly design?: Design;
}

interface PictureOptions {
  /** What draws pictures. Default: native. */
  readonly renderer?: 'native' | 'mermaid' | undefined;
  /** The user's own fonts, which PNG and PDF are drawn with. */
  readonly fonts?: readonly { readonly family: string; readonly hash: string }[] | undefined;
  /** The presets of pictures for light and dark pages, in place of the flow's own. */
  readonly themes?: ThemePair | undefined;
  /** PNG pixels per CSS pixel; default 2. */
  readonly scale?: number | undefined;
  /** The width of pictures in pixels. Default: their own width. */
  readonly imageWidth?: number | undefined;
  /** A CSS colour, or `transparent`. Default: the theme's. */
  readonly background?: string | undefined;
  /** The paper that pictures are also cut for, into parts. Default: none. */
  readonly paper?: Paper | undefined;
  /** Whether an SVG embeds its fonts. Default: no. */
  readonly embedFonts?: boolean | undefined;
  /** The versions in stamps; required by stamped outputs. */
  readonly versions?: StampVersions;
}

/** What slides are made as: pictures of each, or a deck of all. */
export const slideFormats = ['png', 'svg', 'marp', 'pdf', 'pptx'] as const;
export type SlideFormat = (typeof slideFormats)[number];

interface SlideOptions {
  /** The size of a slide in pixels. Default: 2560 x 1440. */
  readonly fit?: Size | undefined;
  /** One slide per phase (the default) or per step. */
  readonly by?: 'phase' | 'step' | undefined;
  /** With one slide per step: later steps are faint, not hidden. */
  readonly dim?: boolean | undefined;
  /** Of a deck to edit: one message appears per click. */
  readonly build?: boolean | undefined;
  /** Of a deck to edit: the company's. */
  readonly pptxTemplate?: PptxTemplate | undefined;
  /** Whether many participants may stand on narrow slides. Default: no. */
  readonly force?: boolean | undefined;
  /** Default: png and marp. */
  readonly slideFormats?: readonly SlideFormat[] | undefined;
}

export interface MakeOptions extends TextOptions, PictureOptions, SlideOptions {}
