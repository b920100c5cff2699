/** Asciidoctor reads in AsciiDoc what is written in Markdown. */
import { convert } from '@asciidoctor/core';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciidocPage } from '../../src/docs/asciidoc-page.js';
import { inlineAsciidoc } from '../../src/docs/asciidoc-inline.js';
import { escapePlain } from '../../src/page/inline.js';

const html = async (asciidoc: string): Promise<string> =>
  (await convert(asciidoc, { safe: 'safe', attributes: { showtitle: true, sectids: false } })) as string;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** What a reader sees, without regard to white space, and to the curls of quotes. */
const seen = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|quot|amp));/gi, (_, decimal?: string, hex?: string, name = '') =>
      name === '' ? String.fromCodePoint(Number(decimal ?? `0x${hex}`)) : (entities[name as string] ?? ''),
    )
    .replace(/[\s\u200b\u2009]+/g, '');

const inMarkdown = (markdown: string): string =>
  seen(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }));

describe('inline text', () => {
  it.each([
    ['`code`', '`+code+`'],
    ['x`y`z', 'x``+y+``z'],
    ['`a+b|c`', '``a&#43;b&#124;c``'],
    ['[RFC](https://example.com/a_b_c)', 'link:++https://example.com/a_b_c++[RFC]'],
    ['**bold**', '**bold**'],
    [String.raw`a \*b\* c`, 'a &#42;b&#42; c'],
    ['client_id', 'client_id'],
    ['- dash', '&#45; dash'],
  ])('%s is %s', (markdown, asciidoc) => expect(inlineAsciidoc(markdown)).toBe(asciidoc));

  it('shows every text as it is', async () => {
    const piece = fc.constantFrom(
      ...'*_`#^~{}[]<>|+\\\'"&:;.-=/()!$%@ ab1é'.split(''),
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
      'http://a.b',
      "a'b",
      '{nbsp}',
      '&amp;',
      'pass:[x]',
      'image::x[]',
      'footnote:[x]',
      '`+',
      '+`',
      '"`',
      '`"',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const text = pieces.join('').trim();
        expect(seen(await html(inlineAsciidoc(escapePlain(text))))).toBe(text.replace(/\s+/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a page', () => {
  const pages = readdirSync('out').filter((name) => /^[^.]+\.md$/.test(name) && name !== 'README.md');

  it.each(pages)('%s reads the same in both', async (name) => {
    const markdown = readFileSync(`out/${name}`, 'utf8');
    const pictureless = markdown.replace(/<picture>[^]*?<\/picture>/g, '');
    expect(seen(await html(asciidocPage(pictureless, 'source,mermaid')))).toBe(inMarkdown(pictureless));
  });
});
