/** Whatever an author writes, the page is Markdown and MDX, of the same structure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/source/filled-text.js';
import { everywhere, flow, hostileProse, literalText } from './flows.js';
import { printPage } from './print.js';
import { findAll, outline, readDocument, readText } from './reading.js';

const punctuation = Array.from('\\`*_{}[]()<>#+-.!|~$&:="\'/ \n');

const formattable = (text: Text): boolean => text.plain.trim() !== '';

describe.each(['md', 'mdx'] as const)('as %s', (format) => {
  test('keeps its structure around any text', async () => {
    const expected = outline(await readDocument(printPage(everywhere(literalText('x'))), format));
    const words = fc.constantFrom(...hostileProse, ...punctuation, 'a', 'é', '1', '  ', '``', '~~', '--');
    const part = fc.oneof(
      fc.record({ kind: fc.constant('literal' as const), text: fc.oneof(words, fc.string({ unit: 'binary' })) }),
      fc.record({
        kind: fc.constant('variable' as const),
        name: fc.constant('A'),
        text: words,
        hasValue: fc.boolean(),
      }),
    );
    const text = fc
      .array(part, { minLength: 1, maxLength: 6 })
      .map((parts): Text => ({ plain: parts.map((each) => each.text).join(''), parts }))
      // Blank lines would make paragraphs.
      .filter((each) => formattable(each) && !/\n[ \t]*\n/.test(each.plain));
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        expect(outline(await readDocument(printPage(everywhere(each)), format))).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('shows a title as it is', async () => {
    const title = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom(...hostileProse)).map((all) => all.join('')),
      )
      // The ends of a heading, and spaces around its line breaks, show nothing.
      .map((each) => each.replace(/\s+/g, ' ').trim())
      .filter((each) => each !== '');
    await fc.assert(
      fc.asyncProperty(title, async (each) => {
        const [first] = findAll(await readDocument(printPage(flow({ title: literalText(each) })), format), 'heading');
        expect(readText(first!)).toBe(each);
      }),
      { numRuns: 200 },
    );
  });
});
