/** What lists of sentences are in every markup language: whether their numbers are those of an ordered list. */

/** A sentence with those inside of it. */
export interface ListedSentence {
  /** '' for none. */
  readonly number: string;
  readonly text: string;
  /** What follows it on lines of its own. */
  readonly lines: readonly string[];
  readonly inside: readonly ListedSentence[];
}

/**
 * Whether a list counts as the sentences do. In others, the numbers are text: sites that read Markdown by kramdown or by
 * Python-Markdown begin every list at 1, and formatters count anew.
 */
export const isOrderedList = (sentences: readonly ListedSentence[]): boolean =>
  sentences.every(({ number, inside }, index) => number === String(index + 1) && !inside.some(hasNumber));

const hasNumber = ({ number, inside }: ListedSentence): boolean => number !== '' || inside.some(hasNumber);
