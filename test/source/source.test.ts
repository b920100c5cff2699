import { expect, it } from 'vitest';
import { lineText, positionAt } from '../../src/source/source.js';

const source = { path: 'x.yaml', text: 'one\r\ntwo\n\nfour' };

it.each([
  [0, 1, 1],
  [3, 1, 4],
  [5, 2, 1],
  [8, 2, 4],
  [9, 3, 1],
  [10, 4, 1],
  [14, 4, 5],
])('offset %i stands in line %i, column %i', (offset, line, column) => {
  expect(positionAt(source, offset)).toEqual({ line, column });
});

it('lines have no line break', () => {
  expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['one', 'two', '', 'four', '']);
});

it('an empty text has one line', () => {
  expect(positionAt({ path: 'x', text: '' }, 0)).toEqual({ line: 1, column: 1 });
});
