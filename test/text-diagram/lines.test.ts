import { describe, expect, test } from 'vitest';
import { clustersOf, widthOf } from '../../src/text-diagram/cells.js';
import { finishLines, finishMessage } from '../../src/text-diagram/measure/lines.js';

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

const finish = (lines: string[]): string[] => finishLines(lines).map(({ text }) => text);

describe("a message's lines hang", () => {
  test.each([
    { under: 'the text after the number', prefix: '1. ', mark: '', drawn: ['1. one', '   two', '', '     three'] },
    { under: 'the mark', prefix: '1. ', mark: '↪ ', drawn: ['1. ↪ one', '   two', '', '     three'] },
    { under: 'the first cell where nothing is before', prefix: '', mark: '', drawn: ['one', 'two', '', '  three'] },
    { under: 'wide letters', prefix: '第1步 ', mark: '', drawn: ['第1步 one', '      two', '', '        three'] },
    { under: 'an emoji', prefix: '🔒 ', mark: '', drawn: ['🔒 one', '   two', '', '     three'] },
    { under: 'a tab', prefix: '1\t', mark: '', drawn: ['1    one', '     two', '', '       three'] },
  ])('under $under', ({ prefix, mark, drawn }) => {
    const message = { prefix, mark, lines: ['one', 'two', '', '  three'] };
    expect(finishMessage(message).map(({ text }) => text)).toEqual(drawn);
  });
});

test('tabs become spaces, spaces at the end go', () => {
  expect(finish(['a\tb  '])).toEqual(['a    b']);
});

describe('right-to-left text is isolated', () => {
  test.each([
    ['שלום', '\u2068שלום\u2069'],
    ['a \u202eb', '\u2068a \u202eb\u2069'],
    ['open \u2067', '\u2068open \u2067\u2069\u2069'],
    ['closed \u2069', '\u2068\u2068closed \u2069\u2069'],
    ['plain é', 'plain é'],
  ])('%j', (line, isolated) => {
    expect(finish([line])).toEqual([isolated]);
  });
});
