/**
 * Extended grapheme clusters (UAX #29): what readers see as one character. The segmenter of Node differs between its versions;
 * this one never breaks where any of them doesn't, and takes a few clusters of rare scripts together.
 */
import { isNonspacingMark, isSpacingMark } from './marks.js';

const ZWNJ = 0x200c;
const ZWJ = 0x200d;

const isIn = (code: number, from: number, to: number): boolean => code >= from && code <= to;

export const isFlagHalf = (code: number): boolean => isIn(code, 0x1f1e6, 0x1f1ff);
export const isSkinTone = (code: number): boolean => isIn(code, 0x1f3fb, 0x1f3ff);

/** Letters and signs that may be drawn as emoji: whole blocks, as in Extended_Pictographic (UTS #51). */
export const isPictograph = (code: number): boolean =>
  isIn(code, 0x1f000, 0x1faff) ||
  isIn(code, 0x2190, 0x21ff) ||
  isIn(code, 0x2300, 0x23ff) ||
  isIn(code, 0x2460, 0x27bf) ||
  isIn(code, 0x2900, 0x2bff) ||
  [0xa9, 0xae, 0x203c, 0x2049, 0x2122, 0x2139, 0x3030, 0x303d, 0x3297, 0x3299].includes(code);

/** Whether it belongs to the cluster before it: marks, joiners, variation selectors, tags, skin tones. */
const isExtending = (code: number): boolean =>
  code === ZWNJ ||
  code === ZWJ ||
  isSkinTone(code) ||
  isIn(code, 0xff9e, 0xff9f) ||
  isIn(code, 0xe0020, 0xe007f) ||
  [0xe33, 0xeb3].includes(code) ||
  isNonspacingMark(code) ||
  isSpacingMark(code);

/** Signs that join the consonants beside them, in the blocks of Indic scripts. */
const viramas = [0x94d, 0x9cd, 0xacd, 0xb4d, 0xc4d, 0xd4d, 0x1039, 0x17d2, 0x1a60, 0x1b44, 0xa9c0];
/** Signs that stand before the letters that they belong to (Grapheme_Cluster_Break=Prepend). */
const prepended = [
  [0x600, 0x605],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0xd4e, 0xd4e],
  [0x110bd, 0x110bd],
  [0x110cd, 0x110cd],
  [0x111c2, 0x111c3],
  [0x113d1, 0x113d1],
  [0x1193f, 0x1193f],
  [0x11941, 0x11941],
  [0x11a3a, 0x11a3a],
  [0x11a84, 0x11a89],
  [0x11d46, 0x11d46],
  [0x11f02, 0x11f02],
] as const;

/** Vowels and final consonants of Korean syllables that are written in single letters. */
const isLaterJamo = (code: number): boolean => isIn(code, 0x1160, 0x11ff) || isIn(code, 0xd7b0, 0xd7ff);
const isJamo = (code: number): boolean =>
  isIn(code, 0x1100, 0x11ff) || isIn(code, 0xa960, 0xa97f) || isIn(code, 0xac00, 0xd7ff);

interface Before {
  readonly code: number;
  /** The last one that does not extend another: the letter or pictograph itself. */
  readonly base: number;
  /** Whether it is the second half of a flag. */
  readonly isFlagDone: boolean;
  /** Whether a virama stands between the base and here. */
  readonly isJoined: boolean;
}

function doesContinue(before: Before, code: number): boolean {
  if (isExtending(code)) return before.code !== 0x0a && before.code !== 0x0d;
  if (before.code === ZWJ && isPictograph(code)) return isPictograph(before.base);
  if (isFlagHalf(code)) return isFlagHalf(before.code) && !before.isFlagDone;
  if (before.code === 0x0d && code === 0x0a) return true;
  if (before.isJoined && code >= 0x900) return true;
  if (isJamo(before.code) && isJamo(code)) {
    return isLaterJamo(code) || isIn(before.code, 0x1100, 0x115f) || isIn(before.code, 0xa960, 0xa97f);
  }
  return prepended.some(([from, to]) => isIn(before.code, from, to)) && code > 0x20;
}

/** What is before the next letter, after one that continued a cluster or began one. */
function after(before: Before | null, code: number, continues: boolean): Before {
  const extended = continues && isExtending(code) ? before : null;
  return {
    code,
    base: extended?.base ?? code,
    isFlagDone: continues && isFlagHalf(code),
    isJoined: viramas.includes(code) || extended?.isJoined === true,
  };
}

/** The clusters of a text; joined, they are the text. */
export function clustersOf(text: string): readonly string[] {
  const clusters: string[] = [];
  let before: Before | null = null;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const continues: boolean = before !== null && doesContinue(before, code);
    clusters.push(continues ? `${clusters.pop() ?? ''}${letter}` : letter);
    before = after(before, code, continues);
  }
  return clusters;
}
