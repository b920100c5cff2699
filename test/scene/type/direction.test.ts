import { expect, test } from 'vitest';
import { isRightToLeft } from '../../../src/scene/type/direction.js';

test.each([
  'שלום a',
  'مرحبا',
  '123 ש',
  '(«ש a',
  '😀 ש',
  '\u2067a\u2069ש',
  '\u200f1',
  'ߊ',
  '🔐 → مرحبا',
  '٣ ש',
  '\u0301ש',
])('%s runs from right to left', (text) => expect(isRightToLeft(text)).toBe(true));

test.each(['', '123', 'a ש', 'é ש', 'Ж ש', '\u2067ש\u2069 a', '\u2067ש', '認 ש', '😀', '٣', '← a', 'ⓐ ש', '\u200eש'])(
  '%s runs from left to right',
  (text) => expect(isRightToLeft(text)).toBe(false),
);
