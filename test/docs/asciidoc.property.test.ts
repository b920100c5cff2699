/** A block in AsciiDoc stays in the item that it continues, and its texts are as written. */
import { convert } from '@asciidoctor/core';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/docs/markers/find-blocks.js';
import { embedded, REFERENCE } from './documents.js';

const html = async (text: string): Promise<string> => (await convert(text, { safe: 'safe' })) as string;
const block = (words: string): string => `// authflow:begin ${REFERENCE} ${words}`.trimEnd() + '\n// authflow:end\n';

describe('a block that continues an item of a list', () => {
  const one = ['', 'block=diagram', 'format=text', 'format=yaml', 'format=steps', 'picture'];
  const listOf = (words: readonly string[]): string =>
    `${words.map((each) => `. item\n+\n${block(each)}+\nmore\n\n`).join('')}. last\n`;

  it.each(['\n', '\r\n'])('leaves the list whole, with line breaks %j', async (lineBreak) => {
    const written = await embedded(listOf(one).replaceAll('\n', lineBreak), 'docs/page.adoc');
    const shown = await html(written);
    expect(shown.match(/<ol/g)).toHaveLength(1);
    expect(shown.match(/<p>more<\/p>\s*<\/div>\s*<\/li>/g)).toHaveLength(one.length);
    expect(await embedded(written, 'docs/page.adoc')).toBe(written);
  });

  it('may be several blocks', async () => {
    const shown = await html(await embedded(listOf(['section=when-to-use', 'section=text-diagram']), 'docs/page.adoc'));
    expect(shown.match(/<ol/g)).toHaveLength(1);
    expect(shown.match(/<p>more<\/p>\s*<\/div>\s*<\/li>/g)).toHaveLength(2);
  });

  it('elsewhere has no mark of a continuation', async () => {
    expect(await embedded(`Text.\n\n${block('format=text')}`, 'docs/page.adoc')).not.toMatch(/^\+$/m);
  });
});

describe('a block in a cell of a table', () => {
  const tableOf = (words: readonly string[]): string =>
    `|===\n|a |b\n\n${words.map((each) => `a|\n${block(each)}`).join('')}|===\n\nAfter.\n`;
  const codeIn = (text: string): readonly string[] =>
    [...text.matchAll(/<pre[^>]*>(?:<code[^>]*>)?([^]*?)(?:<\/code>)?<\/pre>/g)].map(([, code = '']) => code.trim());

  it.each([
    ['format=text', 'format=text'],
    ['', 'format=yaml'],
    ['format=alt', 'format=steps'],
    ['format=page', 'picture'],
  ])('stays in it: %s and %s', async (...words) => {
    const written = await embedded(tableOf(words), 'docs/page.adoc');
    const shown = await html(written);
    const outside = await html(await embedded(words.map(block).join('\n'), 'docs/page.adoc'));
    expect(codeIn(shown)).toEqual(codeIn(outside));
    const tables = outside.match(/<table/g)?.length ?? 0;
    expect(shown.match(/<table/g)).toHaveLength(tables + 1);
    expect(shown.match(/<th /g)?.length).toBe((outside.match(/<th /g)?.length ?? 0) + 2);
    expect(shown).toMatch(/<\/table>\s*<div class="paragraph">\s*<p>After\.<\/p>/);
    expect(await embedded(written, 'docs/page.adoc')).toBe(written);
  });
});

describe('a marker in a cell that can have no blocks is reported', () => {
  const inCells = (head: string, ...cells: string[]): string =>
    `${head}|===\n|a |b\n\n${cells.map((bar) => `${bar}\n${block('format=text')}`).join('')}|===\n`;
  const findMistakes = async (text: string) =>
    (await findBlocks({ path: 'docs/page.adoc', text })).diagnostics.map(({ message }) => message);
  const mistake = 'this marker is in a cell of a table that can have no blocks';

  it.each([
    ['', ['|', 'l|', '|text \\| a']],
    ['[cols="2*"]\n.Title\n', ['|', '|']],
    ['[cols="1,a"]\n', ['m|']],
  ])('%s%j', async (head, cells) => {
    expect(await findMistakes(inCells(head, ...cells))).toEqual(cells.map(() => mistake));
  });

  it.each([
    ['', ['a|', '2.3+^.>a|', '|x a|y']],
    ['[cols="1,3a"]\n.Title\n', ['|', 'a|']],
  ])('but not %s%j', async (head, cells) => {
    expect(await findMistakes(inCells(head, ...cells))).toEqual([]);
  });
});

it.each([
  '{version} -> 200',
  'a ... b (C) (TM)',
  "it's <1>",
  '"quoted" *b* _i_ `c`',
  'a -- b',
  '++a++ <<b>>',
  '&amp; \\{x}',
])('the alt text %j is as written', async (alt) => {
  const quoted = alt.includes("'") ? `"${alt}"` : `'${alt}'`;
  const written = await embedded(`= D\n:version: 9\n\n${block(`picture alt=${quoted}`)}`, 'docs/page.adoc');
  const [, shown = ''] = /alt="([^"]*)"/.exec(await html(written)) ?? [];
  const read = shown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  expect(read).toBe(alt);
});
