/** A flow that a block cites, as far as a block needs it. */
import type { Flow } from '../../model/index.js';

export interface CitedFlow {
  readonly flow: Flow;
  /** What messages call the flow file. */
  readonly path: string;
  /** As in the output folder, but tables in the markup of the document; null, with a report, where it can't be made. */
  readonly text: (format: string) => string | null;
  /**
   * The page without its title, or the section that the block asks for without its heading, in the markup of the document;
   * null, with a report, where it can't be made. `depth`: of the heading that it stands under, from 1.
   */
  readonly page: (depth: number) => string | null;
  /** The pictures, relative to the document. */
  readonly pictures: Pictures;
}

/** A part of authflow's own manual: verbatim text, or markup of the document's kind. */
export interface ManualPart {
  readonly kind: 'text' | 'markup';
  readonly text: string;
}

export interface Pictures {
  readonly light: string;
  /** Null where one picture serves for all pages. */
  readonly dark: string | null;
}
