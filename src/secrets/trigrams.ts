/** A quick test whether words can be in a text at all: most of its words' parts are not, and a search would cost more. */

/** `small`: a text in small letters. Returns whether a word in small letters is in it. */
export function wordFinder(small: string): (word: string) => boolean {
  const known = new Uint8Array(SIZE);
  for (let at = 0; at + 3 <= small.length; at += 1) known[hash(small, at)] = 1;
  return (word) => {
    for (let at = 0; at + 3 <= word.length; at += 1) if (known[hash(word, at)] === 0) return false;
    return small.includes(word);
  };
}

const SIZE = 2 ** 15;

/** Of three characters. */
const hash = (text: string, at: number): number =>
  ((text.charCodeAt(at) << 10) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)) & (SIZE - 1);
