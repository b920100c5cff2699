/** A markup language in which the page is written. */
import type { InlinePiece } from './inline.js';
import type { PageViewOf } from './page-view.js';
import type { ListedSentence } from './sentence-list.js';

/** Finished texts are on one line, and nothing in them can break the page's structure. */
export interface Dialect {
  /** The folder of its templates. */
  readonly folder: 'page' | 'asciidoc';
  /** A paragraph or an item of a list. */
  readonly paragraph: (pieces: readonly InlinePiece[]) => string;
  /** A heading's content, without its marks. */
  readonly heading: (pieces: readonly InlinePiece[]) => string;
  readonly cell: (pieces: readonly InlinePiece[]) => string;
  /** Part of a line that begins and ends with the template's words. */
  readonly inline: (pieces: readonly InlinePiece[]) => string;
  /** The value of an attribute, between double quotes. */
  readonly attribute: (text: string) => string;
  /** The marks of a heading; depth 1 is the page's own. */
  readonly marks: (depth: number) => string;
  readonly fence: (language: string, text: string) => PageViewOf<'fence'>;
  /** Lists of plain texts, numbered by their own numbers. */
  readonly sentences: (sentences: readonly ListedSentence[]) => string;
}

/** HTML has six levels of headings. */
export const deepestHeading = 6;
