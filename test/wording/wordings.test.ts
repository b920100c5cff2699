/** Words by language, and an author's files with words. */
import { packagedWords } from 'packaged:templates';
import { describe, expect, it, test } from 'vitest';
import { langTag } from '../../src/source/lang.js';
import { makeWordings, placeholdersIn } from '../../src/wording/wordings.js';
import { readWords } from '../../src/wording/read-words.js';

const released = {
  en: { step: 'Step', count: { one: '{count} step', other: '{count} steps' }, from: '{from} to {to}' },
  de: { step: 'Schritt' },
};

describe('the words of a language', () => {
  const own = {
    de: { step: 'Etappe' },
    'de-AT': { from: 'von {from} auf {to}' },
    pl: { count: { one: '1', few: '{count} kroki', other: '{count} kroków' } },
  };
  const wordings = makeWordings([released, own]);

  it.each([
    ['', 'Step'],
    ['en-GB', 'Step'],
    ['de', 'Etappe'],
    ['de-CH', 'Etappe'],
    ['fr', 'Step'],
  ])('%j says %s', (lang, word) => expect(wordings(lang).say('step')).toBe(word));

  test('keep the tag that was asked for', () => {
    expect(wordings('fr-CA').lang).toBe('fr-CA');
    expect(wordings('').lang).toBe('en');
  });

  test('come from the widest language to the narrowest', () => {
    expect(wordings('de-AT').say('from', { from: 'A', to: 'B' })).toBe('von A auf B');
    expect(wordings('de-AT').say('step')).toBe('Etappe');
    expect(wordings('de').say('from', { from: 'A', to: 'B' })).toBe('A to B');
  });

  test('have the plural of the language that they are in', () => {
    const counted = (lang: string) => [1, 2, 5].map((count) => wordings(lang).say('count', { count }));
    expect(counted('pl')).toEqual(['1', '2 kroki', '5 kroków']);
    // German has no such word here, so it is English, by English rules.
    expect(counted('de')).toEqual(['1 step', '2 steps', '5 steps']);
  });

  test('are filled once: a value is no sentence', () => {
    expect(wordings('').say('from', { from: '{to}', to: '$&' })).toBe('{to} to $&');
  });

  test('never go missing unseen', () => {
    expect(() => wordings('').say('stpe')).toThrow('no word "stpe"');
    expect(() => wordings('').say('from', { from: 'A' })).toThrow('needs a value for {to}');
  });
});

describe('the packaged words', () => {
  const english = packagedWords.en!;

  it.each(Object.keys(packagedWords))('%s is a language tag, and has valid words', (lang) => {
    expect(lang).toMatch(langTag);
    const known = Object.fromEntries(Object.entries(english).map(([name, word]) => [name, placeholdersIn(word)]));
    const path = `templates/words.${lang}.yaml`;
    const { words, diagnostics } = readWords({ path, text: JSON.stringify(packagedWords[lang]) }, known);
    expect(diagnostics).toEqual([]);
    expect(words).toEqual({ [lang]: packagedWords[lang] });
  });

  it.each(Object.keys(packagedWords))('%s has every word', (lang) => {
    expect(Object.keys(packagedWords[lang]!).sort()).toEqual(Object.keys(english).sort());
  });
});

describe('a language tag', () => {
  it.each([
    'de',
    'pt-BR',
    'zh-Hant-TW',
    'sr-Latn',
    'sl-rozaj-biske',
    'de-CH-1996',
    'es-419',
    'en-u-ca-buddhist',
    'yue-x-home',
  ])('%s', (tag) => expect(tag).toMatch(langTag));

  it.each([
    '',
    'd',
    'german',
    'Deutsch',
    'de_AT',
    'de-',
    '-de',
    'de AT',
    'de--AT',
    'x-home',
    'de-a',
    'en"onload',
    'dé',
  ])('is not %j', (tag) => expect(tag).not.toMatch(langTag));
});
