import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/scene/type/clusters.js';
import { runs } from '../../runs.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segments = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

const hard = [
  ...[
    'e\u0301',
    'क्षि',
    'ক্ষ',
    'ನ್ನ',
    '한',
    '\u1112\u1161\u11ab',
    'ไทย',
    'กำ',
    'مرحبا',
    '\u0600١',
    'ü̈',
    '\u200d',
    '\u200c',
  ],
  ...['🇩🇪', '🇫', '👩‍👩‍👧‍👦', '👍🏽', '❤️', '❤️‍🔥', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '↪', '©', '☎︎', '\ufe0f', '\u20e3'],
  ...['\r\n', '\n', ' ', 'a', '語', 'ｶﾞ', '\u{1d165}', '\u{11046}', '\u{e0100}', '\ud83d'],
];

/** Places between clusters, as indices into the text. */
function breaksOf(clusters: readonly string[]): ReadonlySet<number> {
  let end = 0;
  return new Set(clusters.map((cluster) => (end += cluster.length)));
}

test('every cluster is whole by the tables of this Node', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...hard), fc.string({ unit: 'binary' })), { maxLength: 8 });
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      const clusters = clustersOf(whole);
      expect(clusters.join('')).toBe(whole);
      const allowed = breaksOf(segments(whole));
      expect([...breaksOf(clusters)].filter((index) => !allowed.has(index))).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});

test('clusters are no greater than they have to be in what people write', () => {
  const text = 'Token für Γάλα, Ключ, नमस्ते, ไทย, 日本語, 한국어, שלום 👩‍💻🇩🇪🇫🇷 1️⃣ ↪ x';
  expect(clustersOf(text)).toEqual(segments(text));
});
