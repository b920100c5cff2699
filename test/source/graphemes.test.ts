import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { isPlain } from '../../src/source/graphemes.js';

it('takes for plain what is one grapheme of one cell, whatever of it stands beside', () => {
  const plain = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isPlain);
  expect(['The café’s “täglich” — łódź… →', '└──┬───┘', '©', 'e\u0301', 'a\n'].map(isPlain)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const text = [...plain, ...plain.toReversed()].join('');
  expect([...segmenter.segment(text)]).toHaveLength(text.length);
  expect(plain.filter((character) => stringWidth(character) !== 1)).toEqual([]);
  // The mark of redirects becomes an emoji only by a character that is not plain.
  expect(plain.filter((character) => /[\p{Extended_Pictographic}\p{M}]/u.test(character))).toEqual(['↪']);
  expect(isPlain('↪\ufe0f')).toBe(false);
});
