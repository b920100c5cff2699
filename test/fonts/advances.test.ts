/** The widths of fonts by our reader, against those that HarfBuzz has measured of the same fonts. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { advancesOf } from '../../src/fonts/advances.js';
import { fontWidthsOf, openOwnFont } from '../../src/fonts/index.js';
import { textWidth } from '../../src/scene/type/index.js';

const packaged = (name: string) => readFileSync(new URL(`../../fonts/${name}.woff2`, import.meta.url));
const installed = (name: string) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}.ttf`)));
const letters = Array.from('AZaz09 .-ÄéßЖжΩωẞ€№');

describe.each([
  ['NotoSans-Regular', packaged('NotoSans-Regular'), 'regular', 400],
  ['NotoSans-Bold', packaged('NotoSans-Bold'), 'bold', 700],
  ['TrueType', installed('400Regular/NotoSans_400Regular'), 'regular', 400],
  ['bold TrueType', installed('700Bold/NotoSans_700Bold'), 'bold', 700],
  ['NotoSansMono-Regular', packaged('NotoSansMono-Regular'), 'mono', 400],
] as const)('%s', (_name, content, face, weight) => {
  const found = advancesOf(content);
  test('has the weight of its file', () => expect(found.weight).toBe(weight));
  test.each(letters)('%j is as wide as HarfBuzz says', (letter) =>
    expect(found.advanceOf(letter.codePointAt(0)!)).toBeCloseTo(textWidth(letter, face, 1000), 0),
  );
  test('lacks a letter', () => expect(found.advanceOf(0x65_e5)).toBeUndefined());
});

test('a family has its faces, and its only one for both', () => {
  const [regular, bold] = [openOwnFont(packaged('NotoSans-Regular')), openOwnFont(packaged('NotoSans-Bold'))];
  const [both, ...none] = fontWidthsOf([bold, regular]);
  expect(none).toEqual([]);
  expect(both!.family).toBe(regular.family);
  expect(both!.bold(0x61)).toBeGreaterThan(both!.regular(0x61)!);
  const [one] = fontWidthsOf([regular]);
  expect(one!.bold(0x61)).toBe(one!.regular(0x61));
  expect(one!.hash).not.toBe(both!.hash);
});
