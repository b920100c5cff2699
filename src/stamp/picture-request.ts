/** The request for a picture, and its defaults. */

export const PICTURE_DEFAULTS = {
  scale: 2,
  background: 'white',
  embedFonts: false,
} as const;

export interface PictureRequest {
  /** The flow's id: names the diagram in messages. */
  readonly id: string;
  /** The name of the picture's file, in messages about this one picture. Default: the id. */
  readonly file?: string | undefined;
  /** The id of an SVG's root element, unique in a page. Default: that of the file `<id>.<format>`. */
  readonly svgId?: string | undefined;
  readonly mermaid: string;
  /** The language of the diagram (BCP 47). Default: none is said. */
  readonly lang?: string | undefined;
  readonly format: PictureFormat;
  /** Font names, separated by commas, before our own. Default: none. */
  readonly fontFamily?: string | undefined;
  /** PNG pixels per CSS pixel; default 2. */
  readonly scale?: number | undefined;
  /** The picture's width in pixels, in place of the diagram's own width (SVG) or of `scale` (PNG). PDF ignores it. */
  readonly width?: number | undefined;
  /** A CSS colour, or `transparent`; default `white`. */
  readonly background?: string | undefined;
  /** Whether an SVG embeds its fonts; other formats always do. */
  readonly embedFonts?: boolean | undefined;
  /** Overrides our own configuration; the diagram's `init` overrides it. */
  readonly mermaidConfig?: MermaidConfig | undefined;
}

export type PictureFormat = 'svg' | 'png' | 'pdf';

export type MermaidConfig = Readonly<Record<string, unknown>>;
