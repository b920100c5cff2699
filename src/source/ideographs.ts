/** Breaks Chinese and Japanese: between any two letters, with a few exceptions (JIS X 4051, Unicode UAX #14). */

/** Han, Hiragana, Katakana and their punctuation. Korean has spaces. */
const ideograph = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}]/u;
/** Closing brackets, full stops, the long vowel mark, small kana. */
const beginsNoLine = /^[)\]}、。，．・：；？！ー々〜）」』】〕》〉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
const endsNoLine = /[([{（「『【〔《〈]$/;

/** The parts of a word, given in clusters, between which a line may break. A word of other letters is one part. */
export function splitIdeographs(clusters: readonly string[]): readonly string[] {
  const parts: string[] = [];
  let last = '';
  for (const text of clusters) {
    const isBoundary = ideograph.test(text) || ideograph.test(last);
    const mayBreak = isBoundary && !beginsNoLine.test(text) && !endsNoLine.test(last);
    parts.push(mayBreak ? text : `${parts.pop() ?? ''}${text}`);
    last = text;
  }
  return parts;
}
