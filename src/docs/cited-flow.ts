/** A flow that a block cites, as far as a block needs it. */
import type { Flow } from '../model/index.js';
import type { CitedFormat } from './citation.js';

/** The texts of a flow; a picture has none, and the flow file itself is one. */
export type TextFormat = Exclude<CitedFormat, 'picture'>;

export interface CitedFlow {
  readonly flow: Flow;
  /** What messages call the flow file. */
  readonly path: string;
  /** As in the output folder; null, with a report, where it can't be made. */
  readonly text: (format: TextFormat) => string | null;
  /** The pictures, relative to the document. */
  readonly pictures: Pictures;
}

/** A part of authflow's own manual. */
export type ManualPart =
  | { readonly kind: 'text'; readonly text: string }
  /** Inline Markdown; the first row names the columns. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface Pictures {
  readonly light: string;
  /** Null where one picture serves for all pages. */
  readonly dark: string | null;
}
