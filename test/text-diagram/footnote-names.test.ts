import { expect, test } from 'vitest';
import { FootnoteNames } from '../../src/text-diagram/fit/stand-ins.js';

test.each([[['a']], [['[a]']], [['', 'a']], [[' a ', 'more']]])(
  'no footnote takes its name from the text %j',
  (lines) => {
    expect(new FootnoteNames([{ lines }]).next('')).toBe('b');
  },
);

test('a number that is taken gives way to a letter', () => {
  const names = new FootnoteNames([{ lines: ['12'] }]);
  expect([names.next('1'), names.next('1'), names.next('12')]).toEqual(['1', 'a', 'b']);
});
