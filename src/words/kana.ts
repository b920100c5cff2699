/** Joins romanized kana: small vowels and `っ` change the syllable beside them (`フォ` is `fo`, `ロック` is `rokku`). */

const kana = /[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff70]+/g;
const smallVowel = /[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/;
const doubling = /[っッ]/;
/** It lengthens the vowel before it, which ASCII does not show. */
const long = /[ー\uff70]/;
/** They repeat the syllable before them. */
const repeating = /[ゝヽ]/;

/**
 * @param romanize the form of one kana in plain ASCII
 * @returns the text with its runs of kana in plain ASCII; a mark that has no syllable beside it stays
 */
export const writeKana = (text: string, romanize: (character: string) => string): string =>
  text.replace(kana, (run) => writeRun(run, romanize));

function writeRun(run: string, romanize: (character: string) => string): string {
  const syllables: string[] = [];
  let isDoubled = false;
  for (const character of run) {
    const last = syllables.at(-1) ?? '';
    if (doubling.test(character)) isDoubled = true;
    else if (long.test(character) && last !== '') continue;
    else if (repeating.test(character) && last !== '') syllables.push(last);
    else if (smallVowel.test(character) && /[aeiou]$/.test(last))
      syllables.splice(-1, 1, join(last, romanize(character)));
    else {
      const syllable = long.test(character) || repeating.test(character) ? character : romanize(character);
      syllables.push(isDoubled ? double(syllable) : syllable);
      isDoubled = false;
    }
  }
  return syllables.join('') + (isDoubled ? 't' : '');
}

/** `fu` and `o` are `fo`, `ki` and `ya` are `kya`, `shi` and `ya` are `sha`, `u` and `i` are `wi`. */
function join(syllable: string, small: string): string {
  if (syllable === 'u') return `w${small}`;
  const stem = syllable.slice(0, -1);
  return stem + (/(?:sh|ch|j)$/.test(stem) ? small.replace(/^y/, '') : small);
}

const double = (syllable: string): string =>
  syllable.startsWith('ch')
    ? `t${syllable}`
    : /^[b-df-hj-np-tv-z]/.test(syllable)
      ? syllable.charAt(0) + syllable
      : syllable;
