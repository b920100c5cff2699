/** The direction of a text, by its first strong letter (UAX #9, rules P2 and P3). */
import { isNonspacingMark } from './marks.js';

/** Blocks of scripts that are written from right to left, without their digits and punctuation; and the marks RLM and ALM. */
const rightToLeft =
  /[\u0590-\u05ff\u0608\u060b\u060d\u061b-\u065f\u066d-\u066f\u0671-\u06dc\u06e5\u06e6\u06ee\u06ef\u06fa-\u08ff\u200f\ufb1d-\ufb28\ufb2a-\ufd3d\ufd50-\ufdce\ufdf0-\ufdfc\ufe70-\ufefe\u{10800}-\u{10d2f}\u{10d40}-\u{10e5f}\u{10e80}-\u{10fff}\u{1e800}-\u{1eeff}]/u;

/** Digits, punctuation, symbols, spaces, controls: they have no direction of their own. */
const neutral =
  /[\0-@[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u02b9\u02ba\u02c2-\u02cf\u02d2-\u02df\u02e5-\u02ed\u02ef-\u02ff\u0374\u0375\u037e\u0384\u0385\u0387\u03f6\u0600-\u06ff\u2000-\u200d\u2010-\u2070\u2074-\u207e\u2080-\u208e\u20a0-\u20cf\u2100\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118\u211e-\u2123\u2125\u2127\u2129\u212e\u213a\u213b\u2140-\u2144\u214a-\u214d\u2150-\u215f\u2189-\u2335\u237b-\u2394\u2396-\u249b\u24ea-\u26ab\u26ad-\u27ff\u2900-\u2bff\u2ce5-\u2cea\u2cf9-\u2cff\u2e00-\u3004\u3008-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\ufb29\ufd3e-\ufd4f\ufdcf\ufdfd-\ufdff\ufe10-\ufe6f\ufeff-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\u{10d30}-\u{10d3f}\u{10e60}-\u{10e7f}\u{1ee00}-\u{1efff}\u{1f000}-\u{1f10f}\u{1f12f}\u{1f16a}-\u{1f1ad}\u{1f260}-\u{1faff}\u{1fb00}-\u{1fbff}\u{e0000}-\u{e0fff}]/u;

const isolateStart = /[\u2066-\u2068]/;
const isolateEnd = '\u2069';

/** Whether the first strong letter is Hebrew, Arabic or of another script from right to left. What stands in an isolate is skipped. */
export function isRightToLeft(text: string): boolean {
  let isolates = 0;
  for (const letter of text) {
    if (isolateStart.test(letter)) isolates++;
    else if (letter === isolateEnd) isolates = Math.max(0, isolates - 1);
    else if (isolates > 0 || isNonspacingMark(letter.codePointAt(0) ?? 0)) continue;
    else if (rightToLeft.test(letter)) return true;
    else if (!neutral.test(letter)) return false;
  }
  return false;
}
