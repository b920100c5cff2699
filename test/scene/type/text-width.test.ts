import { expect, test } from 'vitest';
import { textWidth } from '../../../src/scene/type/text-width.js';

const units = (text: string, face: 'regular' | 'bold' | 'mono' = 'regular') => textWidth(text, face, 1000);

test('letters are as wide as in the font, and pairs are kerned', () => {
  expect(units('A')).toBe(639);
  expect(units('V')).toBe(600);
  expect(units('AV')).toBe(639 + 600 - 40);
  expect(units('ÁV')).toBe(units('AV'));
  expect(units('Γα')).toBeLessThan(units('Γ') + units('α'));
  expect(units('Та')).toBeLessThan(units('Т') + units('а'));
  expect(units('ď"', 'bold') - units('ď', 'bold')).not.toBe(units('ď"') - units('ď'));
});

test('a width is in proportion to the size', () =>
  expect(textWidth('POST /token', 'bold', 14)).toBeCloseTo((units('POST /token', 'bold') * 14) / 1000));

test('all letters of a mono face are as wide', () => {
  expect(units('iW.Ж', 'mono')).toBe(2400);
  expect(units('a\u00adb', 'mono')).toBe(1200);
});

test.each([
  ['a decomposed accent', 'e\u0301', units('e')],
  ['controls of direction', '\u2067a\u2069\u200f', units('a')],
  ['Chinese', '認可', 2000],
  ['Korean, composed or in letters', '한\u1112\u1161\u11ab', 2000],
  ['an emoji', '🔐', 1250],
  ['a family of four', '👩‍👩‍👧‍👦', 1250],
  ['a skin tone', '👍🏽', 1250],
  ['flags', '🇩🇪🇫🇷', 2500],
  ['half a flag more', '🇩🇪🇫', 2500],
  ['the flag of a region', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1250],
  ['a keycap', '1️⃣', 1250],
  ['a sign that a variation selector makes an emoji', '❤️©️', 2500],
  ['a marked text', '⚠️ a', 1250 + units(' a')],
])('%s has its width', (_, text, width) => expect(units(text)).toBeCloseTo(width));

// Widths of Noto Sans Hebrew, Arabic, Thai and Devanagari, and of Noto Sans for the rest, in thousandths of an em.
test.each([
  ['שלום', 2370],
  ['مرحبا', 2760],
  ['ไทย', 1760],
  ['हिन्दी', 2460],
  ['ǅ', 1305],
])('%s is not estimated too narrow', (text, width) => expect(units(text)).toBeGreaterThanOrEqual(width));
