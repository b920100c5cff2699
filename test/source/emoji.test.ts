import { describe, expect, it } from 'vitest';
import { dropEmoji, withoutEmoji } from '../../src/source/emoji.js';

it('keeps what a keycap holds, and a label that is nothing but emoji', () => {
  expect(dropEmoji(['1️⃣ Service'])).toEqual(['1 Service']);
  expect(dropEmoji(['🖥️ Service', '(Backend)'])).toEqual(['Service', '(Backend)']);
  expect(dropEmoji(['🖥️'])).toEqual(['🖥️']);
});

describe('emoji go with the spaces that set them apart', () => {
  it.each([
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
    expect(dropEmoji([line])).toEqual([kept]);
  });

  it('but not from an element that has no other line', () => {
    expect(dropEmoji(['🔐', '🔑'])).toEqual(['🔐', '🔑']);
    expect(dropEmoji(['🔐', 'key'])).toEqual(['', 'key']);
  });

  it.each([
    ['1. 🔒 ', '1. '],
    ['🔒 ', ''],
    ['第1步 🔒', '第1步 '],
  ])('and from what stands before an element, %j', (before, kept) => expect(withoutEmoji(before)).toBe(kept));
});
