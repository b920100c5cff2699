/** A quick test whether words can be in a text at all: most of its words' parts are not, and a search would cost more. */

/** A to Z in small letters; other letters stay, so that offsets do. */
export const inSmallLetters = (text: string): string => {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
};

/** `small`: a text in small letters. Returns whether a word in small letters is in it. */
export function wordFinder(small: string): (word: string) => boolean {
  const known = new Uint8Array(SIZE);
  for (let hash = 0, at = 0; at < small.length; at += 1) known[(hash = hashOf(hash, small.charCodeAt(at)))] = 1;
  return (word) => {
    for (let hash = 0, at = 0; at < word.length; at += 1) {
      hash = hashOf(hash, word.charCodeAt(at));
      if (at >= 2 && known[hash] === 0) return false;
    }
    return small.includes(word);
  };
}

const SIZE = 2 ** 15;

/** Of the last three characters: older ones are shifted out. */
const hashOf = (before: number, code: number): number => ((before << 5) ^ code) & (SIZE - 1);
