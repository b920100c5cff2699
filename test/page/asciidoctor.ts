/** What Asciidoctor makes of AsciiDoc, and a reader of GitHub's Markdown of Markdown. */
import { convert } from '@asciidoctor/core';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export const html = async (asciidoc: string): Promise<string> =>
  (await convert(asciidoc, { safe: 'safe', attributes: { showtitle: true, sectids: false } })) as string;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00a0' };

export const decode = (markup: string): string =>
  markup.replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|quot|amp|nbsp));/gi, (_, decimal?: string, hex?: string, name = '') =>
    name === '' ? String.fromCodePoint(Number(decimal ?? `0x${hex}`)) : (entities[name as string] ?? ''),
  );

/** What a reader sees, without regard to white space. */
export const seen = (markup: string): string =>
  decode(markup.replace(/<[^>]*>/g, ' ')).replace(/[\s\u200b\u2009]+/g, '');

export const inMarkdown = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The elements, without what an author's own words bring with them. */
export const structure = (markup: string): string =>
  [...markup.matchAll(/<(\/?\w+)[^>]*>/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/^\/?(?:a|code|strong|em|span)$/.test(name))
    .join(' ');
