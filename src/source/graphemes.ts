/** What a reader takes for one character: grapheme clusters (Unicode UAX #29). */
import { lazily } from './lazily.js';

/** Made with the first text that is not plain: loading its tables takes longer than all the rest of a start. */
const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

// ASCII, Latin-1 and Latin Extended-A, dashes and quotation marks, arrows, box drawing; without what can become an emoji but
// for the mark of redirects, which becomes one by a character that is not in here.
const plain = /^[\x20-\x7e\xa1-\xa8\xaa-\xac\xaf-\u017f\u2010-\u2027\u2190-\u2193\u21aa\u2500-\u257f]*$/;

/** Letters and signs in one line, as nearly all labels are: each character is a grapheme, and takes one cell. */
export const isPlain = (text: string): boolean => plain.test(text);

export function graphemesOf(text: string): string[] {
  return isPlain(text) ? Array.from(text) : Array.from(segmenter().segment(text), ({ segment }) => segment);
}
