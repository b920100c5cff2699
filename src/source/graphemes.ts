/** Splits text into grapheme clusters (Unicode UAX #29), which readers see as characters. */
import { lazily } from './lazily.js';

/** Created for the first text that is not plain, because loading its tables takes longer than the rest of the startup. */
const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

// ASCII, Latin-1 and Latin Extended-A, dashes and quotation marks, arrows, box drawing. Characters that can become emoji are
// left out, except the mark of redirects, which becomes one only with a variation selector, which is left out.
const plain = /^[\x20-\x7e\xa1-\xa8\xaa-\xac\xaf-\u017f\u2010-\u2027\u2190-\u2193\u21aa\u2500-\u257f]*$/;

/** UTF-16 units that are segmented at once: V8's time for a text grows with the square of its length. */
const PART = 256;

/** Whether a text is one line in which each character is a grapheme and takes one cell, as in nearly all labels. */
export const isPlain = (text: string): boolean => plain.test(text);

export function graphemesOf(text: string): readonly string[] {
  if (isPlain(text)) return Array.from(text);
  const known = recent.get(text);
  if (known) return known;
  const graphemes = segment(text);
  if (text.length > SHORT) {
    const [oldest] = recent.keys();
    if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest);
    recent.set(text, graphemes);
  }
  return graphemes;
}

/** The last long texts: fitting a diagram asks for the same ones again and again. */
const recent = new Map<string, readonly string[]>();
const MOST_RECENT = 32;
const SHORT = 64;

function segment(text: string): readonly string[] {
  const graphemes: string[] = [];
  for (let [at, size] = [0, PART]; at < text.length;) {
    const part = Array.from(segmenter().segment(text.slice(at, at + size)), ({ segment }) => segment);
    const isLast = at + size >= text.length;
    // The last one may go on behind the part.
    const whole = isLast ? part : part.slice(0, -1);
    for (const grapheme of whole) {
      graphemes.push(grapheme);
      at += grapheme.length;
    }
    size = whole.length > 0 ? PART : size * 2;
  }
  return graphemes;
}
