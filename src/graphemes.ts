/** What a reader takes for one character: grapheme clusters (Unicode UAX #29). */
import { lazily } from './lazily.js';

/** Made with the first text that is not plain ASCII: loading its tables takes longer than all the rest of a start. */
const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

const plain = /^[\x20-\x7e]*$/;

/** Printable ASCII in one line, as four of five labels are: each character is a grapheme, and takes one cell. */
export const isPlain = (text: string): boolean => plain.test(text);

export function graphemesOf(text: string): string[] {
  return isPlain(text) ? Array.from(text) : Array.from(segmenter().segment(text), ({ segment }) => segment);
}
