import { describe, expect, test } from 'vitest';
import { clustersOf, widthOf } from '../../src/text-diagram/cells.js';
import { finishLines } from '../../src/text-diagram/measure/lines.js';

describe('a text takes', () => {
  test.each([
    ['plain', 5],
    ['日本語', 6],
    ['e\u0301', 1],
    ['\u200b', 0],
    ['👩‍💻', 2],
    ['🇩🇪', 2],
    ['☎\ufe0e', 1],
    ['☎\ufe0f', 2],
    ['─', 1],
    ['한국어', 6],
  ])('%s: %i cells', (text, width) => {
    expect(widthOf(text)).toBe(width);
    expect(clustersOf(text).reduce((sum, cluster) => sum + cluster.width, 0)).toBe(width);
    if (width > 0)
      expect(
        clustersOf(text)
          .map((cluster) => cluster.text)
          .join(''),
      ).toBe(text);
  });
});

const drop = (lines: string[], hang = 0): string[] =>
  finishLines(lines, 'drop', { label: hang, hang }).map(({ text }) => text);

describe('emoji go with the spaces that set them apart', () => {
  test.each([
    ['🖥️ Service', 'Service'],
    ['Service 🖥️', 'Service'],
    ['a 🔐 b', 'a b'],
    ['  🔐 indented', '  indented'],
    ['a🔐b', 'ab'],
    ['🔐 👩‍💻 two', 'two'],
    ['1️⃣ first', '1 first'],
    ['✓ © ™ → stay', '✓ © ™ → stay'],
    ['1 # * stay', '1 # * stay'],
  ])('%s', (line, kept) => {
    expect(drop([line])).toEqual([kept]);
  });

  test('but an element that is only emoji keeps them', () => {
    expect(drop(['🔐'])).toEqual(['🔐']);
    expect(drop(['1. 🔐'], 3)).toEqual(['1. 🔐']);
    expect(drop(['🔐', 'key'])).toEqual(['', 'key']);
  });

  test('and stay where they are asked for', () => {
    expect(finishLines(['🔐 key'], 'keep')).toEqual([{ text: '🔐 key', width: 6 }]);
  });
});

test('lines hang under the text after the number', () => {
  expect(drop(['1. one', 'two', '', '  three'], 3)).toEqual(['1. one', '   two', '', '     three']);
});

test('tabs become spaces, spaces at the end go', () => {
  expect(drop(['a\tb  '])).toEqual(['a    b']);
});

describe('right-to-left text is isolated', () => {
  test.each([
    ['שלום', '\u2068שלום\u2069'],
    ['a \u202eb', '\u2068a \u202eb\u2069'],
    ['open \u2067', '\u2068open \u2067\u2069\u2069'],
    ['closed \u2069', '\u2068\u2068closed \u2069\u2069'],
    ['plain é', 'plain é'],
  ])('%j', (line, isolated) => {
    expect(drop([line])).toEqual([isolated]);
  });
});
