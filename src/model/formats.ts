/** What a flow renders to, by the names of the command line and the configuration. */

export const textFormats = ['mermaid', 'text', 'page', 'alt', 'steps'] as const;
/** Made from the Mermaid, by a browser. */
export const pictureFormats = ['svg', 'png', 'pdf'] as const;

/** Of a picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
