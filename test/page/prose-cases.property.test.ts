/** Whatever an author writes, the page is Markdown and MDX, of the same structure. */
import { describe, expect, test } from 'vitest';
import { everywhere, fill, flow, hostileProse, literalText, page, section } from './flows.js';
import { printPage } from './print.js';
import { findAll, outline, readDocument, readText } from './reading.js';
import type { Format } from './reading.js';

const formats: readonly Format[] = ['md', 'mdx'];

describe.each(formats)('as %s', (format) => {
  const outlineAround = async (source: string) =>
    outline(await readDocument(printPage(everywhere(literalText(source))), format));
  const around = outlineAround('x');

  test.each(hostileProse)('keeps its structure around %j', async (source) => {
    expect(await outlineAround(source)).toBe(await around);
  });

  const cases: readonly (readonly [string, string])[] = [
    ['Use `<b>` for {x}', 'Use <b> for {x}'],
    ['**Not returned**: ask again', 'Not returned: ask again'],
    ['`` a ` b `` and ``` `` ```', 'a ` b and ``'],
    ['Set ${CLIENT_ID}', 'Set ${CLIENT_ID}'],
    ['Set `id=${CLIENT_ID}`', 'Set id=${CLIENT_ID}'],
    ['${A}${B}`c`', '${A}${B}c'],
    ['at ${HOST=*login*.example.com}', 'at *login*.example.com'],
    ['`at ${HOST=lo`gin}`', 'at lo`gin'],
    ['[docs](https://${HOST=example.com}/a)', 'docs'],
    ['<https://example.com/{a}>', 'https://example.com/{a}'],
    ['`${A}', '`${A}'],
    ['\\${A}', '\\${A}'],
    ['a \\| b | `c|d`', 'a | b | c|d'],
    ['`c\\|d`', 'c\\|d'],
    ['1986. A good year', '1986. A good year'],
    ['export controls', 'export controls'],
    ['[x]: y', '[x]: y'],
  ];

  test.each(cases)('reads %j as %j', async (source, expected) => {
    const text = fill(source);
    const table = { columns: [fill('x')], rows: [[text]] };
    const shown = flow({ page: page({ limitations: [text], sections: [section('x', { table })] }) });
    const tree = await readDocument(printPage(shown), format);
    expect(findAll(tree, 'listItem').map(readText)).toEqual([expected]);
    expect(readText(findAll(tree, 'tableCell')[1]!)).toBe(expected);
  });

  test('links where the author links', async () => {
    const source = '[a](https://${HOST=example.com}/a_(b)) [c](<https://example.com/c d>) <https://example.com/?e={f}>';
    const tree = await readDocument(printPage(flow({ page: page({ limitations: [fill(source)] }) })), format);
    expect(findAll(tree, 'link').map((link) => link.url)).toEqual([
      'https://example.com/a_(b)',
      'https://example.com/c%20d',
      'https://example.com/?e=%7Bf%7D',
    ]);
  });

  test('keeps fenced text as it is', async () => {
    const text = 'a\n```\n````js\n<b> {x}\n~~~\n# b';
    const shown = flow({
      page: page({ sections: [section('x', { code: { language: 'x`\ny', text: literalText(text) } })] }),
    });
    const codes = findAll(await readDocument(printPage(shown), format), 'code');
    expect(codes.at(-1)).toMatchObject({ value: text, lang: 'xy' });
  });

  test('parts paragraphs at blank lines', async () => {
    const shown = flow({ page: page({ sections: [section('x', { text: fill('a\nb\n\n${A}\n \n# c') })] }) });
    const tree = await readDocument(printPage(shown), format);
    expect(findAll(tree, 'paragraph').slice(-3).map(readText)).toEqual(['a b', '${A}', '# c']);
  });
});

test('shows placeholders in prose as code', async () => {
  const tree = await readDocument(
    printPage(flow({ page: page({ limitations: [fill('Set ${A}, not ${B=b}')] }) })),
    'mdx',
  );
  expect(findAll(tree, 'inlineCode').map(readText)).toEqual(['${A}']);
});
