/** Splits text into grapheme clusters (Unicode UAX #29), which readers see as characters. */
import { lazily } from './lazily.js';

/** Created for the first text that is not plain, because loading its tables takes longer than the rest of a startup. */
const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

// ASCII, Latin-1 and Latin Extended-A, dashes and quotation marks, arrows, box drawing. Characters that can become an emoji are
// left out, except the mark of redirects, which needs another character for that, and that one is not in here.
const plain = /^[\x20-\x7e\xa1-\xa8\xaa-\xac\xaf-\u017f\u2010-\u2027\u2190-\u2193\u21aa\u2500-\u257f]*$/;

/** Letters and signs in one line, as nearly all labels are: each character is a grapheme, and takes one cell. */
export const isPlain = (text: string): boolean => plain.test(text);

export function graphemesOf(text: string): string[] {
  return isPlain(text) ? Array.from(text) : Array.from(segmenter().segment(text), ({ segment }) => segment);
}
