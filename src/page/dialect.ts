/** What the page says in pieces, written in a markup language. */
import type { InlinePiece } from './inline.js';
import type { PageViewOf } from './page-view.js';

/** Finished texts are on one line, and nothing in them can break the page's structure. */
export interface Dialect {
  /** The folder of its templates. */
  readonly folder: 'page' | 'asciidoc';
  /** A paragraph or an item of a list. */
  readonly paragraph: (pieces: readonly InlinePiece[]) => string;
  /** A heading's content, without its marks. */
  readonly heading: (pieces: readonly InlinePiece[]) => string;
  readonly cell: (pieces: readonly InlinePiece[]) => string;
  /** A part of a line that begins and ends with words of the template. */
  readonly inline: (pieces: readonly InlinePiece[]) => string;
  /** The value of an attribute, between double quotes. */
  readonly attribute: (text: string) => string;
  /** Of a heading; 1 for the page's own. */
  readonly marks: (depth: number) => string;
  readonly fence: (language: string, text: string) => PageViewOf<'fence'>;
}

/** HTML has six depths of headings. */
export const deepestHeading = 6;
