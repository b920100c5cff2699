import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transliterate } from '../../src/words/transliterate.js';
import { renderFlow } from '../../src/render.js';
import { flowOf, inAscii } from './in-ascii.js';

describe('a text', () => {
  test.each([
    ['plain', 'POST /token ~', 'POST /token ~'],
    ['Latin', 'Größe, crème, e\u0301', 'Grosse, creme, e'],
    ['Greek', 'Χρήστης', 'Christis'],
    ['Cyrillic', 'Сервер', 'Server'],
    ['Chinese', '授权', 'ShouQuan'],
    ['Japanese loan words', 'ユーザー ログインフォーム クリック メッセージ', 'yuza roguinfomu kurikku messeji'],
    ['Japanese syllables of two kana', 'シャット チェック ウィキ きょう まっちゃ', 'shatto chekku wiki kyou matcha'],
    ['Japanese marks', '「認可」、人々・ーッ', '[RenKe],RenRen--t'],
    ['arrows', '→ ← ↔ ⇒ ⇔ ↪ ✔', '-> <- <-> => <=> => v'],
    ['Korean, decomposed', '서버'.normalize('NFD'), 'SeoBeo'],
    ['Arabic', 'خادم', 'khdm'],
    ['an Arabic letter alone', 'ا', '\\u{627}'],
    ['a rare Chinese character', '㧝a', '\\u{39DD}a'],
    ['Devanagari', 'हिन्दी', 'hindi'],
    ['typography', '“a” — b… → c\u00a0d', '"a" - b... -> c d'],
    ['emoji', '🔑 1️⃣ ☁️', ':key: 1 :cloud:'],
    ['direction marks', '\u2067a\u2069\u202eb\u202c', 'ab'],
    ['what no table knows', 'a\u{F0000}b\ue000', 'a\\u{F0000}b\\u{E000}'],
    ['controls', 'a\u0007\u0085', 'a\\u{7}\\u{85}'],
    ['a lone surrogate', '\ud800', '\\u{D800}'],
    ['nothing but a mark', ' \u0301 ', ' \\u{301} '],
    ['tabs, which the layout spreads', 'a\tb', 'a\tb'],
  ])('%s', (_, text, written) => expect(transliterate(text)).toBe(written));

  const anything = fc.string({ unit: 'binary' });

  test('is always plain, and never gone', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const written = transliterate(text);
        expect(written).toMatch(/^[\x20-\x7e\t]*$/);
        if (text.trim() !== '') expect(written.trim()).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('is written once and for all', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(transliterate(transliterate(text))).toBe(transliterate(text));
      }),
    );
  });
});

describe('a text diagram in ASCII', () => {
  test('reports once what it writes another way', () => {
    const { diagnostics } = inAscii({
      participants: { C: 'Müller', AS: '☁️ Server' },
      steps: ['Größe', 'Größe', '授权', 'é', 'è', 'ê', 'plain'].map((text) => ({ from: 'C', to: 'AS', text })),
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'ascii-charset',
        severity: 'info',
        message:
          'in ASCII the text diagram writes "Müller" as "Muller", "Größe" as "Grosse", "授权" as "ShouQuan", "é" as "e", "è" as "e" and 1 more',
        span: { source: { path: 'flow.yaml' } },
      },
    ]);
  });

  test('has nothing to report where all is plain, or drawn in Unicode', () => {
    expect(inAscii({}).diagnostics).toEqual([]);
    expect(renderFlow(flowOf({ title: 'é' }), { formats: ['text'] }).diagnostics).toEqual([]);
  });

  test('keeps emoji by name where they are to be kept', () => {
    const more = { participants: { C: '🔑 Client', AS: 'AS' } };
    expect(inAscii(more).artifacts[0]?.content).toContain('| Client |');
    expect(inAscii({ ...more, ascii: { emoji: 'keep' } }).artifacts[0]?.content).toContain('| :key: Client |');
  });
});
