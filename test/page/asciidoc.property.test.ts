/** Whatever an author writes, Asciidoctor shows it as it is, and as Markdown's readers do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciidocDialect } from '../../src/page/asciidoc/asciidoc-dialect.js';
import { readInline } from '../../src/page/inline.js';
import { markdownDialect } from '../../src/page/markdown/markdown-dialect.js';
import { readPage } from '../../src/page/markdown/page-sections.js';
import { sectionNames } from '../../src/page/page-headings.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { decode, html, inMarkdown, seen, structure } from './asciidoctor.js';
import { literalText } from './flows.js';
import { printAsciidoc, printPage } from './print.js';
import { english } from '../builders/english.js';

const asciidoc = asciidocDialect('source');
const plain = (text: string) => [{ kind: 'text' as const, text }];
const places: readonly (readonly [string, (text: string) => string])[] = [
  ['a paragraph', (text) => asciidoc.paragraph(plain(text))],
  ['an item', (text) => `* ${asciidoc.paragraph(plain(text))}`],
  ['a heading', (text) => `== ${asciidoc.heading(plain(text))}`],
  ['a cell', (text) => `|===\n|${asciidoc.cell(plain(text))} |\n|===`],
  ['a link', (text) => asciidoc.inline([{ kind: 'link', text, url: 'https://example.com/a' }])],
  ['code', (text) => `x ${asciidoc.inline([{ kind: 'code', text }])}, y`],
  ['a picture', (text) => `image::a.svg["${asciidoc.attribute(text)}"]`],
];

const signs = Array.from('*_`#^~{}[]<>|+\\\'"&:;.-=/()!$%@, ab1é');
const words = [
  ...[
    '->',
    '=>',
    '<-',
    '--',
    '...',
    '(C)',
    '((',
    '))',
    '<<',
    '>>',
    '::',
    '://',
    "a'b",
    '&amp;',
    '`+',
    '+`',
    '"`',
    '`"',
  ],
  ...['{name}', '{nbsp}', '<1>', '*x*', '__x__', '+++', '++', '$$', 'a::b', '[[x]]', '[.x]', 'http://a.b', 'www.a.b'],
  ...['pass:[x]', 'image::x[]', 'footnote:[x]', 'kbd:[x]', 'include::x[]', 'link:x[y]', '|===', '2+|', '====', '----'],
  ...['NOTE: ', '1. ', 'a. ', 'iv) ', '• ', '// ', ':x: ', '. ', '* ', "'''", '[x]', '(TM)', '<<<', 'term:: ', '😀'],
];
const hostile = fc.array(fc.constantFrom(...signs, ...words), { minLength: 1, maxLength: 10 });

/** A picture's alt text stands in an attribute. */
const read = (markup: string): string =>
  seen(markup.replace(/<img[^>]* alt="([^"]*)"[^>]*>/, '$1').replace(/^x|, y/g, ''));

describe('a text of a flow', () => {
  it.each(places)('shows as it is in %s', async (name, print) => {
    const plain = await html(print('z'));
    await fc.assert(
      fc.asyncProperty(hostile, async (all) => {
        const text = all.join('').replace(/\s+/g, ' ').trim();
        if (text === '') return;
        const printed = await html(print(text));
        const shown = name === 'code' ? seen(printed).slice(1, -2) : read(printed);
        expect(shown).toBe(text.replace(/\s+/g, ''));
        expect(structure(printed)).toBe(structure(plain));
      }),
      { numRuns: 200 },
    );
  });

  it('stays verbatim in code', async () => {
    const line = fc.constantFrom(
      'a',
      '----',
      '....',
      '---- ',
      '<1>',
      'x <.>',
      '<!--1-->',
      'include::x[]',
      'ifdef::a[]',
      '{x}',
      '',
      '  y',
      '|===',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), fc.constantFrom('', 'json'), async (lines, language) => {
        const text = ['a', ...lines, 'z'].join('\n');
        const { open, text: inside, close } = asciidoc.fence(language, text);
        const printed = await html([open, inside, close].join('\n'));
        const [, shown = ''] = /<pre[^>]*>(?:<code[^>]*>)?([^]*?)(?:<\/code>)?<\/pre>/.exec(printed) ?? [];
        expect(decode(shown)).toBe(text.replace(/ +$/gm, ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe("an author's inline Markdown", () => {
  /** Elements and texts of a paragraph, by the names of HTML that both use. */
  const told = (markup: string): string =>
    decode(
      markup
        .replace(/^[^]*?<p>|<\/p>[^]*$/g, '')
        .replace(/<a href="([^"]*)"[^>]*>/g, '<a>')
        .replace(/\s+/g, ''),
    );

  it('reads as in Markdown', async () => {
    const piece = fc.constantFrom(
      ...['*', '**', '***', '_', '__', '`', ' ', 'a', 'b.', ')', '[', ']', '](/x)', '!', '\\*', '&amp;'],
      ...['"', "'", ', ', '[x](/y "t")', '`c`', '**b**', 'é', '1'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const text = literalText(`a ${pieces.join('')} z`);
        const markdown = inMarkdown(markdownDialect.paragraph(readInline(text)));
        // Of a link without a text, Asciidoctor shows the address.
        fc.pre(!markdown.includes('<img') && !markdown.includes('"></a>'));
        // Emphasis in emphasis is one, and strong emphasis too.
        fc.pre(!/<(em|strong)>(?:(?!<\/\1>)[^])*<\1>/.test(markdown));
        expect(told(await html(asciidoc.paragraph(readInline(text))))).toBe(told(markdown));
      }),
      { numRuns: 400 },
    );
  });
});

const shipped = flowIds.map((id) => ({ id, flow: loadFlow(id) }));

describe('a page in Markdown and in AsciiDoc', () => {
  it.each(shipped)('$id reads the same', async ({ flow: one }) => {
    const pictureless = { ...one, page: one.page && { ...one.page, picture: null } };
    expect(seen(await html(printAsciidoc(pictureless)))).toBe(seen(inMarkdown(printPage(pictureless))));
  });

  it.each(shipped)('$id has the same sections', async ({ flow: one }) => {
    const { sections } = readPage(printPage(one), 2);
    expect(sectionNames(one, english)).toEqual([...sections.keys()]);
    for (const [name, markdown] of sections) {
      const printed = printAsciidoc(one, { depth: 1, section: name });
      if (!markdown.includes('<img')) expect(seen(await html(printed))).toBe(seen(inMarkdown(markdown)));
    }
  });
});
