/** The parts that a block needs of the flow that it cites. */
import type { Flow } from '../../model/index.js';
import type { Source } from '../../source/index.js';

export interface CitedFlow {
  readonly flow: Flow;
  /** The flow file's path, for messages. */
  readonly path: string;
  /** The flow file, and the files that it includes and extends. */
  readonly sources: readonly Source[];
  /** The text as in the output folder, with tables in the markup of the document; null, with a diagnostic, if that fails. */
  readonly text: (format: string) => string | null;
  /**
   * The page without its title, or the section that the block asks for without its heading, in the markup of the document;
   * null, with a diagnostic, if that fails. `depth`: of the heading above it, from 1.
   */
  readonly page: (depth: number) => string | null;
  /** The flow in sentences, in the markup of the document. */
  readonly description: () => Description;
  /** The pictures, relative to the document. */
  readonly pictures: Pictures;
  /** Those of the parts, for a block that asks for parts. */
  readonly parts: readonly PicturePart[];
  /** Those that the page shows, relative to the document. */
  readonly pagePictures: readonly string[];
}

/** What is folded under a picture; both in the markup of the document. */
export interface Description {
  readonly summary: string;
  readonly text: string;
}

/** A part of authflow's own manual: verbatim text, or markup for the kind of document. */
export interface ManualPart {
  readonly kind: 'text' | 'markup';
  readonly text: string;
}

/** A part of a picture that is cut for paper. */
export interface PicturePart {
  readonly pictures: Pictures;
  /** A text, and which part it is about. */
  readonly name: (text: string) => string;
}

export interface Pictures {
  readonly light: string;
  /** Null where one picture is used for all pages. */
  readonly dark: string | null;
}
