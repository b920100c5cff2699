/** Whatever stands around a block, and wherever it stands: its document stays as its author and Prettier have it. */
import fc from 'fast-check';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/docs/markers/find-blocks.js';
import { blockOf, embed, embedded, everyFormat, everyPlace, REFERENCE } from './documents.js';

const pieces = [
  'Text.\n',
  '\n',
  '- item\n',
  '  more\n',
  '> quote\n',
  '```\ncode\n```\n',
  '    code\n',
  '# Head\n',
  '<b>\n',
  '\n\n',
];
const markers = pieces.length;
const container = fc.constantFrom('', '> ', '- ', '1. > ');
it('the bytes around blocks stay, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(markers + 1), { maxLength: 12 }),
      container,
      fc.constantFrom('\n', '\r\n'),
      async (choices, prefix, lineBreak) => {
        const follow = prefix.replace(/[^>\s]/g, ' ');
        const block = blockOf('format=text')
          .split('\n')
          .map((line, index) => (index === 0 ? prefix : follow) + line);
        const text = choices
          .map((choice) => pieces[choice] ?? `\n${block.join('\n').trimEnd()}\n\n`)
          .join('')
          .replaceAll('\n', lineBreak);
        const { text: written, blocks } = await embed(text);
        if (written === null) return;
        expect(outside(written, (await findBlocks({ path: 'page.md', text: written })).blocks)).toBe(
          outside(text, blocks),
        );
        expect(await embedded(written)).toBe(written);
      },
    ),
    { numRuns: 50 },
  );
});

const outside = (text: string, blocks: Awaited<ReturnType<typeof findBlocks>>['blocks']): string =>
  blocks.toReversed().reduce((rest, { between, end }) => rest.slice(0, between.start) + rest.slice(end.span.end), text);

describe.each(['page.md', 'page.mdx'])('every format in %s', (path) => {
  it.each(everyPlace)('%s is what Prettier would write', async (_, place) => {
    const written = await embedded(everyFormat.map((words) => `# ${words}\n\n${place(words)}`).join('\n'), path);
    for (const singleQuote of [false, true]) {
      const { blocks } = await embed(await prettier.format(written, { filepath: path, singleQuote }), path);
      expect(blocks.map(({ state, begin }) => `${begin.words} ${state}`)).toEqual(
        everyFormat.map((words) => `${REFERENCE} ${words} current`),
      );
    }
  });
});
