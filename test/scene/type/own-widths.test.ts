import { expect, test } from 'vitest';
import { measureWith, textWidth } from '../../../src/scene/type/index.js';

const wide = {
  family: 'Wide',
  regular: (code: number) => (code < 0x7f ? 1000 : undefined),
  bold: (code: number) => (code < 0x7f ? 1200 : undefined),
};

test('a text is as wide as its letters in the font of the layout', () => {
  expect(measureWith(wide, () => textWidth('abc', 'regular', 10))).toBe(30);
  expect(measureWith(wide, () => textWidth('abc', 'bold', 10))).toBe(36);
});

test('letters that the font lacks are as wide as in Noto Sans, and code is as before', () => {
  expect(measureWith(wide, () => textWidth('aäöb👩‍💻', 'regular', 10))).toBeCloseTo(
    20 + textWidth('äö', 'regular', 10) + textWidth('👩‍💻', 'regular', 10),
  );
  expect(measureWith(wide, () => textWidth('abc', 'mono', 10))).toBe(textWidth('abc', 'mono', 10));
});

test('the next layout is in Noto Sans again, after an error, too', () => {
  const before = textWidth('abc', 'regular', 10);
  expect(() =>
    measureWith(wide, () => {
      throw new Error('x');
    }),
  ).toThrow('x');
  expect(textWidth('abc', 'regular', 10)).toBe(before);
});
