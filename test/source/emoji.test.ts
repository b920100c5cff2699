import { describe, expect, it } from 'vitest';
import { dropEmoji, withoutEmoji } from '../../src/source/emoji.js';

/** As Unicode has it (UTS #51), or shown as a picture without being in its list. */
const reference = new RegExp('^\\p{RGI_Emoji}$|\\p{Emoji_Presentation}|\\p{Extended_Pictographic}.*\\ufe0f', 'v');

const joined = ['👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇪', '☝🏻', '👩🏽‍💻', '❤️‍🔥', '🏳️‍🌈', '🖥️', '1️⃣', '©️', '©', '↪', '→'];

it('takes for emoji what Unicode does, alone and with a variation selector', () => {
  const letters = Array.from({ length: 0x1ffff }, (_, code) => code)
    .filter((code) => code > 0x20 && (code < 0xd800 || code > 0xdfff))
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => /\p{Emoji}|\p{Extended_Pictographic}|\p{So}/u.test(letter));
  const all = [...joined, ...letters.flatMap((letter) => [letter, `${letter}\ufe0f`, `${letter}\ufe0e`])];
  const isDropped = (text: string): boolean => dropEmoji([`a ${text}`])[0] === 'a';
  const wrong = all.filter((text) => !/^[\d#*]/.test(text) && isDropped(text) !== reference.test(text));
  expect(all.length).toBeGreaterThan(20_000);
  expect(wrong).toEqual([]);
});

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
