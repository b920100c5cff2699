/** The widths of a font of the user, in place of those of Noto Sans. */

import type { AdvanceOf, FontWidths } from '../../model/index.js';

let current: FontWidths | null = null;

/** The font that texts are set in; null for Noto Sans. */
export const measuring = (): FontWidths | null => current;

/** Lays out with the widths of a font. The layout must be done when `lay` returns. */
export function measureWith<Laid>(widths: FontWidths | null, lay: () => Laid): Laid {
  const before = current;
  current = widths;
  try {
    return lay();
  } finally {
    current = before;
  }
}

/** `measureRest`: the width, in px, of letters that the font lacks. */
export function ownWidth(
  text: string,
  advanceOf: AdvanceOf,
  measureRest: (text: string) => number,
  size: number,
): number {
  let thousandths = 0;
  let others = 0;
  let rest = '';
  for (const letter of text) {
    const advance = advanceOf(letter.codePointAt(0) ?? 0);
    if (advance === undefined) {
      rest += letter;
      continue;
    }
    if (rest !== '') others += measureRest(rest);
    rest = '';
    thousandths += advance;
  }
  return (thousandths * size) / 1000 + others + (rest === '' ? 0 : measureRest(rest));
}
