import { compile } from '@mdx-js/mdx';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/docs/markers/find-blocks.js';
import { positionAt } from '../../src/source/source.js';

async function find(text: string, path = 'page.md') {
  const { blocks, diagnostics } = await findBlocks({ path, text });
  return {
    blocks: blocks.map((block) => ({ words: block.begin.words, prefix: block.begin.prefix, text: block.text })),
    mistakes: diagnostics.map(
      ({ span, message }) => `${span ? positionAt(span.source, span.start).line : 0}: ${message}`,
    ),
  };
}

const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');
const block = (words = 'a.yaml', prefix = '', text = '') => ({ words, prefix, text });

describe('blocks are found', () => {
  it('whose marker a formatter broke into two lines, also in a quote', async () => {
    const broken = ['[//]: #', '    "authflow:begin a.yaml"', '', '[//]: # "authflow:end"'];
    expect(await find(lines(...broken))).toEqual({ blocks: [block()], mistakes: [] });
    const quoted = broken.map((line) => `> ${line}`.trimEnd());
    expect(await find(lines(...quoted))).toEqual({ blocks: [block('a.yaml', '> ')], mistakes: [] });
  });

  it.each([
    ['a link definition', '[//]: # "authflow:begin a.yaml"', '[//]: # "authflow:end"', 'page.md'],
    ['a link definition in single quotes', "[//]: # 'authflow:begin a.yaml'", "[//]: # 'authflow:end'", 'page.md'],
    ['a link definition in parentheses', '[//]: # (authflow:begin a.yaml)', '[//]: # (authflow:end)', 'page.md'],
    ['another label', '[comment]: <> (authflow:begin a.yaml)', '[comment]: <> (authflow:end)', 'page.md'],
    ['an HTML comment', '<!-- authflow:begin a.yaml -->', '<!-- authflow:end -->', 'page.md'],
    ['an HTML comment without spaces', '<!--authflow:begin a.yaml-->', '<!--authflow:end-->', 'page.md'],
    ['a comment of MDX', '{/* authflow:begin a.yaml */}', '{/* authflow:end */}', 'page.mdx'],
    ['a link definition in MDX', '[//]: # "authflow:begin a.yaml"', '[//]: # "authflow:end"', 'page.mdx'],
    [
      'an HTML comment in MDX, as Docusaurus has it',
      '<!-- authflow:begin a.yaml -->',
      '<!-- authflow:end -->',
      'page.mdx',
    ],
    ['a comment of MDX in Markdown', '{/* authflow:begin a.yaml */}', '{/* authflow:end */}', 'page.md'],
    ['a comment of AsciiDoc', '// authflow:begin a.yaml', '// authflow:end', 'page.adoc'],
  ])('in %s', async (_name, begin, end, path) => {
    const found = { blocks: [block()], mistakes: [] };
    expect(await find(lines('Text.', '', begin, '', end, '', 'More.'), path)).toEqual(found);
    expect(await find(lines('Text.', '', begin, end, '', 'More.'), path)).toEqual(found);
    expect(await find(lines('Text.', '', begin, '', end).replaceAll('\n', '\r\n'), path)).toEqual(found);
  });

  it('in quotes and lists, whose marks are no part of them', async () => {
    const text = lines(
      '- one',
      '',
      '  > <!-- authflow:begin a.yaml -->',
      '  > ',
      '  > first',
      '  >',
      '  >   second',
      '  > <!-- authflow:end -->',
      '',
      '10. [//]: # "authflow:begin b.yaml"',
      '',
      '    third',
      '',
      '    [//]: # "authflow:end"',
    );
    expect(await find(text)).toEqual({
      blocks: [block('a.yaml', '  > ', 'first\n\n  second'), block('b.yaml', '    ', 'third')],
      mistakes: [],
    });
  });

  it('inside of HTML and of components', async () => {
    const html = lines(
      '<details>',
      '<!-- authflow:begin a.yaml -->',
      '',
      'x',
      '',
      '<!-- authflow:end -->',
      '</details>',
    );
    expect(await find(html)).toEqual({ blocks: [block('a.yaml', '', 'x')], mistakes: [] });
    const jsx = lines(
      '<Tabs>',
      '  <Tab>',
      '    {/* authflow:begin a.yaml */}',
      '',
      '    {/* authflow:end */}',
      '  </Tab>',
      '</Tabs>',
    );
    expect(await find(jsx, 'page.mdx')).toEqual({ blocks: [block('a.yaml', '    ')], mistakes: [] });
  });

  it('below front matter and modules', async () => {
    const text = lines(
      '---',
      'title: "{x"',
      '---',
      "import A from './a';",
      '',
      '{/* authflow:begin a.yaml */}',
      '{/* authflow:end */}',
    );
    expect(await find(text, 'page.mdx')).toEqual({ blocks: [block()], mistakes: [] });
  });

  it.each([
    ['fenced code', lines('```md', '<!-- authflow:begin a.yaml -->', '```'), 'page.md'],
    ['fenced code in a list', lines('- ~~~', '  <!-- authflow:begin a.yaml -->', '  ~~~'), 'page.md'],
    ['fenced code that never ends', lines('````', '```', '<!-- authflow:end -->', '```'), 'page.md'],
    ['inline code', lines('Write `<!-- authflow:begin a.yaml -->` first.'), 'page.md'],
    ['prose', lines('The word authflow:begin begins a block.'), 'page.md'],
    ['fenced code of MDX', lines('```', '{/* authflow:begin a.yaml */}', '```'), 'page.mdx'],
    ['a listing of AsciiDoc', lines('----', '// authflow:begin a.yaml', '----'), 'page.adoc'],
    ['a literal block of AsciiDoc', lines('.....', '....', '// authflow:begin a.yaml', '.....'), 'page.adoc'],
    ['a longer word', lines('<!-- authflow:beginning -->'), 'page.md'],
  ])('never in %s', async (_name, text, path) => {
    expect(await find(text, path)).toEqual({ blocks: [], mistakes: [] });
  });
});

describe('blocks are found in what a dialect of Markdown indents:', () => {
  const inside = (indent: string, ...head: string[]): string =>
    lines(
      ...head,
      '',
      `${indent}[//]: # "authflow:begin a.yaml"`,
      '',
      `${indent}x`,
      '',
      `${indent}[//]: # "authflow:end"`,
    );
  it.each([
    ['an admonition', inside('    ', '!!! note', '    Words.'), '    '],
    ['an admonition that folds', inside('    ', '???+ tip "Title"'), '    '],
    ['an admonition in another', inside('        ', '!!! note', '', '    ??? tip'), '        '],
    ['an admonition after a nested one', inside('    ', '!!! note', '', '    ??? tip', '', '        y'), '    '],
    ['an admonition in a list', inside('        ', '- item', '', '    !!! note'), '        '],
    ['an admonition in a quote', inside('>     ', '> !!! note').replaceAll('\n\n', '\n>\n'), '>     '],
    ['a quote in an admonition', inside('    > ', '!!! note').replaceAll('\n\n', '\n    >\n'), '    > '],
    ['a list in a tab', inside('      ', '=== "Tab"', '', '    - item'), '      '],
    ['a tab with tabs', inside('\t', '===+ "Tab"'), '\t'],
    ['a definition', inside('    ', 'Term', ':   Words'), '    '],
    ['a footnote', inside('    ', 'Text[^1]', '', '[^1]: Words of it'), '    '],
    ['a footnote of one word', inside('    ', '[^1]: Word'), '    '],
    ['an admonition of Windows', inside('    ', '!!! note').replaceAll('\n', '\r\n'), '    '],
  ])('%s', async (_name, text, prefix) => {
    expect(await find(text)).toEqual({ blocks: [block('a.yaml', prefix, 'x')], mistakes: [] });
    expect(await find(`Text.\n\n${text}\nMore.\n`)).toEqual({ blocks: [block('a.yaml', prefix, 'x')], mistakes: [] });
  });

  it('right below its head, where CommonMark sees one paragraph', async () => {
    const text = lines('!!! note', '    <!-- authflow:begin a.yaml -->', '    <!-- authflow:end -->', 'Out of it.');
    expect(await find(text)).toEqual({ blocks: [block('a.yaml', '    ')], mistakes: [] });
  });

  it('but not in code inside of it, and not below code that looks like a head', async () => {
    const fenced = lines('!!! note', '', '    ```', '    <!-- authflow:begin a.yaml -->', '    ```');
    expect(await find(fenced)).toEqual({ blocks: [], mistakes: [] });
    const head = lines('```', '!!! note', '', '    <!-- authflow:begin a.yaml -->', '```');
    expect(await find(head)).toEqual({ blocks: [], mistakes: [] });
  });

  it('and a block does not leave it', async () => {
    const text = lines('!!! note', '', '    <!-- authflow:begin a.yaml -->', '', 'x', '', '<!-- authflow:end -->');
    expect((await find(text)).mistakes).toEqual([
      '7: this ends a block that began in another list item, quote or table',
    ]);
  });
});

describe('a marker that does nothing is told of, in', () => {
  const dead = '<!-- authflow:begin a.yaml -->';
  const definition = '[//]: # "authflow:begin a.yaml"';
  it.each([
    ['indented code', lines('Text.', '', `    ${dead}`), 'page.md', '3: this marker is in indented code'],
    ['indented code of an admonition', lines('!!! a', '', '    b', '', `        ${dead}`), 'page.md', '5: this marker'],
    ['a comment', lines('<!--', definition, '-->'), 'page.md', '2: this marker is in a comment'],
    ['a comment of MDX', lines('{/*', definition, '*/}'), 'page.mdx', '2: this marker is in a comment'],
    [
      'a comment of AsciiDoc',
      lines('////', '// authflow:begin a', '////'),
      'page.adoc',
      '2: this marker is in a comment',
    ],
  ])('%s', async (_name, text, path, start) => {
    const { blocks, mistakes } = await find(text, path);
    expect(blocks).toEqual([]);
    expect(mistakes.map((mistake) => mistake.slice(0, start.length))).toEqual([start]);
  });
});

const begin = '<!-- authflow:begin a.yaml -->';
const end = '<!-- authflow:end -->';

describe('a mistake is reported at its line:', () => {
  it.each([
    ['no end', lines('Text.', '', begin), ['3: this block has no end']],
    ['no begin', lines('Text.', '', end), ['3: this ends a block that has no beginning']],
    ['two begins', lines(begin, '', begin, '', end), ['3: a block begins inside another one']],
    ['two ends', lines(begin, '', end, '', end), ['5: this ends a block that has no beginning']],
    [
      'out of a quote',
      lines(`> ${begin}`, '>', '> x', '', end),
      ['5: this ends a block that began in another list item, quote or table'],
    ],
    [
      'from one list item to the next',
      lines(`- ${begin}`, `- ${end}`),
      ['2: this ends a block that began in another list item, quote or table'],
    ],
    [
      'beside text',
      lines(`Text ${begin}`, '', end),
      [
        '3: this ends a block that has no beginning',
        '1: a marker must be on its own line, and this one is part of a paragraph',
      ],
    ],
    [
      'two on one line',
      lines(`${begin} ${end}`),
      [
        '1: a marker must be on its own line, and this one is part of a paragraph',
        '1: a marker must be on its own line, and this one is part of a paragraph',
      ],
    ],
    [
      'right under a paragraph',
      lines('Text.', '[//]: # "authflow:begin a.yaml"', '', '[//]: # "authflow:end"'),
      [
        '4: this ends a block that has no beginning',
        '2: a marker must be on its own line, and this one is part of a paragraph',
      ],
    ],
  ])('%s', async (_name, text, mistakes) => {
    expect((await find(text)).mistakes.sort()).toEqual([...mistakes].sort());
  });

  it('MDX that is none', async () => {
    expect((await find(lines('Text.', '', 'a {b', '', begin, end), 'page.mdx')).mistakes).toEqual([
      '3: is not valid MDX: Unexpected end of file in expression, expected a corresponding closing brace for `{`',
    ]);
  });

  it.each([
    ['{1 +}', '1: is not valid MDX: the JavaScript between "{" and "}" can\'t be read: Unexpected token'],
    [
      '{a b}',
      '1: is not valid MDX: the JavaScript between "{" and "}" can\'t be read: Unexpected content after expression',
    ],
    [
      'import x from',
      '3: is not valid MDX: the JavaScript after "import" or "export" can\'t be read: Unexpected token',
    ],
  ])('MDX whose JavaScript is none: %s', async (text, mistake) => {
    await expect(compile(lines(text, '', begin, end))).rejects.toThrow('acorn');
    expect((await find(lines(text, '', begin, end), 'page.mdx')).mistakes).toEqual([mistake]);
  });
});
