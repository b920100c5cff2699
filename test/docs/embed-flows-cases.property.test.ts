import { compile } from '@mdx-js/mdx';
import prettier from 'prettier';
import { micromark } from 'micromark';
import { decodeString } from 'micromark-util-decode-string';
import { describe, expect, it } from 'vitest';
import { readBlockText } from '../../src/docs/markers/block-text.js';
import { findBlocks } from '../../src/docs/markers/find-blocks.js';
import { blockOf, embed, embedded, everyFormat, everyPlace, lines, REFERENCE } from './documents.js';

const states = async (text: string) => (await embed(text)).blocks.map(({ state }) => state);

describe('a block', () => {
  it('is stale while it is empty, current once it is written, and edited after a hand was at it', async () => {
    const empty = blockOf('format=text');
    const written = await embedded(empty);
    expect(await states(empty)).toEqual(['stale']);
    expect(await states(written)).toEqual(['current']);
    expect(await embedded(written)).toBe(written);
    const edited = written.replace('Salesforce', 'Salesfarce');
    expect(await states(edited)).toEqual(['edited']);
    expect(await embedded(edited)).toBe(written);
  });

  it('is stale when it shows something else by now', async () => {
    const written = await embedded(blockOf('format=text'));
    const other = written.replace('format=text', 'format=mermaid');
    expect(await states(other)).toEqual(['stale']);
    expect(await embedded(other)).toBe(await embedded(blockOf('format=mermaid')));
  });

  it('with text and without a checksum is not ours', async () => {
    expect(await states(lines(`<!-- authflow:begin ${REFERENCE} -->`, 'Mine.', '<!-- authflow:end -->'))).toEqual([
      'edited',
    ]);
  });

  it('is current after somebody else set its list anew, or its line breaks', async () => {
    const written = await embedded(
      lines(
        '- item',
        '',
        ...blockOf('format=text')
          .trim()
          .split('\n')
          .map((line) => `  ${line}`.trimEnd()),
      ),
    );
    expect(await states(written.replaceAll('\n', '\r\n'))).toEqual(['current']);
    const deeper = written.replace('- item', '1.  item').replaceAll('\n  ', '\n    ');
    expect(await states(deeper)).toEqual(['current']);
  });

  it('makes an error of a mistake in any, and then of no text', async () => {
    const { text, diagnostics } = await embed(blockOf('format=text') + blockOf('format=comic'));
    expect(text).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'known-attributes', message: `"format" can't be "comic"` }]);
  });
});

describe('the bytes around blocks stay', () => {
  it('with trailing spaces, other line breaks, tabs and no final line break', async () => {
    const before = '\tText  \r\n\r\n#  Head ##\n\n* a\n+ b\r\n\n';
    const after = '\n \t\nEnd  ';
    const written = await embedded(before + blockOf('format=text') + after);
    expect(written.startsWith(before)).toBe(true);
    expect(written.endsWith(after)).toBe(true);
  });

  it('with an end marker that ends the file', async () => {
    expect(await embedded(blockOf('').trimEnd())).toMatch(/checksum=[0-9a-f]{12}"$/);
  });

  it("takes a document's own line breaks", async () => {
    const written = await embedded(blockOf('format=text').replaceAll('\n', '\r\n'));
    expect(written.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

it('finds the same blocks whether it reads their texts or skips them', async () => {
  const written = await embedded(`Text.\n\n${blockOf('section=token-request')}\n> q\n\n${blockOf('format=yaml')}`);
  const skipped = await findBlocks({ path: 'page.md', text: written });
  const read = await findBlocks({
    path: 'page.md',
    text: written.replaceAll(/checksum=\w+/g, 'checksum=000000000000'),
  });
  expect(skipped.blocks.map(({ text, between }) => [text, between.start, between.end])).toEqual(
    read.blocks.map(({ text, between }) => [text, between.start, between.end]),
  );
  expect(
    skipped.blocks.map(({ between, begin }) => readBlockText(written.slice(between.start, between.end), begin.prefix)),
  ).toEqual(skipped.blocks.map(({ text }) => text));
});

it.each(['a](b) ![x', '*a* _b_ `c` ~d~', '[ &amp; <b> "q"', '{x} $y$', 'https://a.example/?b#c'])(
  'says in plain Markdown, as in HTML, the alt text %s',
  async (alt) => {
    for (const form of ['picture=markdown', 'picture']) {
      const marker = `<!-- authflow:begin ${REFERENCE} ${form} alt='${alt}' -->`;
      const { blocks } = await embed(`${marker}\n\n<!-- authflow:end -->\n`);
      const html = micromark(blocks[0]?.wanted ?? '', { allowDangerousHtml: true });
      const [, written = ''] = /alt="([^"]*)"/.exec(html) ?? [];
      expect(decodeString(written)).toBe(alt);
    }
  },
);

describe('in MDX, of which Prettier prints alt texts without their escapes', () => {
  const written = (alt: string, words: string, prefix = '') =>
    embedded(
      [`{/* authflow:begin ${REFERENCE} ${words} alt='${alt}' */}`, '', '{/* authflow:end */}']
        .map((line) => `${prefix}${line}\n`)
        .join(''),
      'docs/page.mdx',
    );
  const formatted = (text: string) => prettier.format(text, { parser: 'mdx' });

  it.each(['Say "hi"', 'a > b & c', 'client_secret $1 ~5', String.raw`a \ b`, '5 * 3', 'a < b'])(
    'the alt text %s stays as written',
    async (alt) => {
      const text = await written(alt, 'picture=markdown');
      expect(await formatted(text)).toBe(text);
      expect(String(await compile(text))).toContain(JSON.stringify(alt).slice(1, -1));
    },
  );

  it.each(['{x}', '<b>', '*a* _b_ `c` ~d~', 'a](b) ![x', '&amp; &lt;', '<1'])(
    'the alt text %s is text',
    async (alt) => {
      const html = String(await compile(await written(alt, 'picture=markdown')));
      expect(html).toContain(`alt: ${JSON.stringify(alt)}`);
    },
  );

  it.each(['  ', '    '])('a picture in a list item is broken where Prettier breaks it, after %j', async (indent) => {
    for (const length of [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]) {
      const block = await written('a'.repeat(length), 'picture width=200', indent);
      const text = `- ${'- '.repeat(indent.length / 2 - 1)}x\n\n${block}`;
      expect(await formatted(text)).toBe(text);
    }
  });
});

describe('every format', () => {
  it.each(everyPlace)('%s compiles as MDX', async (_name, place) => {
    const written = await embedded(everyFormat.map(place).join('\n'), 'page.mdx');
    expect(String(await compile(written, { jsx: true }))).not.toContain('authflow:');
  });

  it('stands in one document', async () => {
    const text = everyFormat.map((words) => `## ${words}\n\n${blockOf(words)}`).join('\n');
    await expect(await embedded(`# Everything\n\n${text}`, 'docs/page.md')).toMatchFileSnapshot('golden/everything.md');
    await expect(await embedded(`# Everything\n\n${text}`, 'docs/page.mdx')).toMatchFileSnapshot(
      'golden/everything.mdx',
    );
  });

  it('stands in AsciiDoc', async () => {
    const words = ['', 'block=diagram', 'format=text', 'format=alt', 'format=yaml', 'picture width=420'];
    const more = ['format=steps', 'section=token-request', 'format=page'];
    const text = [...words, ...more]
      .map((word) => lines('', `// authflow:begin ${REFERENCE} ${word}`.trimEnd(), '// authflow:end'))
      .join('');
    await expect(await embedded(`= Everything\n\n== Flow\n${text}`, 'docs/page.adoc')).toMatchFileSnapshot(
      'golden/everything.adoc',
    );
  });
});
