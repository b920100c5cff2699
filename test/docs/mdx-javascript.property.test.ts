/** JavaScript in MDX that its parser would read again and again. */
import { compile } from '@mdx-js/mdx';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/docs/markers/find-blocks.js';
import { positionAt } from '../../src/source/source.js';

const page = (text: string): string => `${text}\n\n{/* authflow:begin a.yaml */}\n\n{/* authflow:end */}\n`;

describe('JavaScript in MDX', () => {
  it.each([
    ['{{a}}{% '.repeat(5000), /^1: is not valid MDX: the JavaScript between "{" and "}" can't be read: /],
    [`{[${'{},'.repeat(20_000)}]}`, /^1: this page has too much JavaScript/],
    [`text\n\n{[\n${'{},\n\n'.repeat(20_000)}]}`, /^\d+: this page has too much JavaScript/],
    [`{/*${'} '.repeat(40_000)}*/}`, /^1: this page has too much JavaScript/],
    [`{${'/'.repeat(80_000)}}`, /^1: this page has too much JavaScript/],
    [`text\n{${'/*}'.repeat(80_000)}}`, /^1: this page has too much JavaScript/],
    [`export const a = [\n${'1,\n\n'.repeat(20_000)}]`, /^\d+: this page has too much JavaScript/],
  ])('that would be parsed again at each of thousands of braces: %#', async (text, mistake) => {
    expect(await mistakesOf(text)).toEqual([expect.stringMatching(mistake)]);
  });

  it.each([
    `{"${String.raw`\u{41}`.repeat(50)}"}`,
    String.raw`{"\u{41}"} `.repeat(50),
    `{a // ${'}'.repeat(50)}\n}`,
    `{/* ${'}'.repeat(50)} */}`,
    `{[${'{}, '.repeat(50)}]}`,
    `{/[${'}'.repeat(50)}]/}`,
    `<a b={{${'c: {}, '.repeat(50)}}} {...{}} />`,
    `export const a = [\n${'1,\n\n'.repeat(50)}]`,
  ])('that is right: %#', async (text) => {
    await expect(compile(page(text))).resolves.toBeDefined();
    expect(await mistakesOf(text)).toEqual([]);
  });
});

async function mistakesOf(text: string): Promise<readonly string[]> {
  const { diagnostics } = await findBlocks({ path: 'page.mdx', text: page(text) });
  return diagnostics.map(({ span, message }) => `${span ? positionAt(span.source, span.start).line : 0}: ${message}`);
}
