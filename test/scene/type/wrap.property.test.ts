import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/scene/type/clusters.js';
import { textWidth } from '../../../src/scene/type/text-width.js';
import { wrapText, type Measure } from '../../../src/scene/type/wrap.js';
import { runs } from '../../runs.js';

const word = fc.constantFrom(
  ...[
    'POST /token',
    'GET',
    'a',
    'or',
    'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw',
    'https://as.example.com/authorize?x=1&y=2',
  ],
  ...[
    '認可サーバーでログインし、リダイレクト（コード）を受け取る。',
    'हिन्दी',
    'e\u0301toile',
    '👩‍👩‍👧‍👦🇩🇪1️⃣',
    'שלום',
    'a\u00a0b',
  ],
  ...['authorizationServerMetadata', '{ "a": [1, 2] }', '-', ' ', '  ', '_-_', 'Γάλα', 'AVATAR', '"q"'],
);
const line = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .chain((words) => fc.constantFrom(' ', '', '  ').map((glue) => words.join(glue)));
const kind = fc.constantFrom('prose' as const, 'data' as const);

const measure: Measure = {
  first: (text) => textWidth(text, 'bold', 14),
  rest: (text) => textWidth(text, 'regular', 13),
};

const withoutHang = (text: string, index: number) => (index === 0 ? text : text.replace(/^\u00a0+/, ''));
const withoutBlanks = (text: string) => text.replaceAll(/[ \t\u00a0]/g, '');

test('nothing is lost, nothing is cut, and everything fits that can', () => {
  fc.assert(
    fc.property(line, kind, fc.integer({ min: 1, max: 500 }), (text, chosen, room) => {
      const lines = wrapText(text, room, measure, chosen);
      const bare = chosen === 'data' ? lines.map(withoutHang) : lines;
      expect(withoutBlanks(bare.join(''))).toBe(withoutBlanks(text));
      let at = 0;
      for (const part of bare) {
        // Only blanks are dropped, and only at breaks.
        const next = text.indexOf(part, at);
        expect(text.slice(at, next).trim()).toBe('');
        at = next + part.length;
      }
      expect(bare.flatMap((part) => clustersOf(part)).filter((cluster) => cluster.trim() !== '')).toEqual(
        clustersOf(text).filter((cluster) => cluster.trim() !== ''),
      );
      for (const [index, part] of lines.entries()) {
        const width = index === 0 ? measure.first(part) : measure.rest(part);
        if (width > room) expect(clustersOf(withoutHang(part, index).trim()).length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: runs(1000) },
  );
});

/** The fewest lines for words that all fit, by trying every way to break. */
function fewest(words: readonly string[], room: number): number {
  const from = (start: number): number =>
    start === words.length
      ? 0
      : Math.min(
          ...words.flatMap((_, index) => {
            const text = words.slice(start, index + 1).join(' ');
            const fits = index >= start && (start === 0 ? measure.first(text) : measure.rest(text)) <= room;
            return fits ? [1 + from(index + 1)] : [];
          }),
        );
  return from(0);
}

test('lines are as few as they can be, and none is wider than another way with as many', () => {
  const short = fc.array(fc.constantFrom('a', 'or', 'with', 'grant', 'Avatar', 'redirect', 'token.'), {
    minLength: 2,
    maxLength: 9,
  });
  fc.assert(
    fc.property(short, fc.integer({ min: 70, max: 200 }), (words, room) => {
      const lines = wrapText(words.join(' '), room, measure, 'prose');
      expect(lines).toHaveLength(fewest(words, room));
      const widest = Math.max(...lines.map((text, index) => (index === 0 ? measure.first(text) : measure.rest(text))));
      if (lines.length > 1) expect(fewest(words, widest - 1)).toBeGreaterThan(lines.length);
    }),
    { numRuns: runs(300) },
  );
});
