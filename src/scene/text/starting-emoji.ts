/** Finds an emoji at the start of a label. */
import { clustersOf } from '../type/index.js';

/** Miscellaneous technical, symbols, dingbats and arrows, which are emoji where U+FE0F follows or fonts say so. */
const symbols: readonly (readonly [number, number])[] = [
  [0x2300, 0x23ff],
  [0x2600, 0x27bf],
  [0x2b00, 0x2bff],
  [0x1f000, 0x1faff],
];

/** '' where the label starts with something else. */
export function startingEmoji(label: string): string {
  const [first = ''] = clustersOf(label);
  const code = first.codePointAt(0) ?? 0;
  const isSymbol = symbols.some(([from, to]) => code >= from && code <= to);
  return isSymbol || first.includes('\uFE0F') ? first : '';
}
