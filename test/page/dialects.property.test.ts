/** A text of a flow is text for every reader of Markdown, proven with the compilers of the sites that run what they find. */
import { evaluate } from '@mdx-js/mdx';
import { compile, NodeTypes, parse } from '@vue/compiler-dom';
import type { TemplateChildNode } from '@vue/compiler-dom';
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import markdownIt from 'markdown-it';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { printImage } from '../../src/page/markdown/inline-markdown.js';
import { markdownDialect } from '../../src/page/markdown/markdown-dialect.js';
import { code, readInline } from '../../src/page/inline.js';
import { renderFlow } from '../../src/render.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { everywhere, hostileProse, literalText } from './flows.js';
import { printPage } from './print.js';

/** As VitePress sets it up: code is for Vue to leave alone. */
const vitepress = markdownIt({ html: true, linkify: true });
const asIs = (rule: 'fence' | 'code_inline', tag: string): void => {
  const print = vitepress.renderer.rules[rule]!;
  vitepress.renderer.rules[rule] = (...all) => print(...all).replace(`<${tag}`, `<${tag} v-pre`);
};
asIs('fence', 'pre');
asIs('code_inline', 'code');

/** The text that Vue shows. Throws where it would run something. */
function inVue(markdown: string): string {
  const html = vitepress.render(markdown);
  compile(html, { onError: (error) => expect.fail(`${error.message}: ${html}`) });
  const read = (node: TemplateChildNode): string => {
    if (node.type === NodeTypes.TEXT) return node.content;
    if (node.type === NodeTypes.ELEMENT) return node.children.map(read).join('');
    return expect.fail(`Vue runs ${node.loc.source}`);
  };
  return parse(html).children.map(read).join('');
}

interface Element {
  readonly props?: { readonly children?: unknown };
}

const jsx = (_type: unknown, props: Element['props']): Element => ({ props: props ?? {} });

/** The text that React would show. */
async function inMdx(markdown: string): Promise<string> {
  const runtime = { Fragment: 'x', jsx, jsxs: jsx };
  const { default: content } = await evaluate(markdown, { ...runtime, remarkPlugins: [remarkGfm] });
  const read = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(read).join('');
    if (typeof node === 'object' && node !== null) return read((node as Element).props?.children);
    return typeof node === 'string' ? node : '';
  };
  return read(content({}));
}

const liquid = new Liquid();
const inLiquid = (markdown: string): string => liquid.parseAndRenderSync(markdown) as string;

/** What GitHub, VitePress and Docusaurus draw as an emoji: they look through the texts, after escapes are undone. */
function emojiIn(markdown: string): readonly string[] {
  const texts = vitepress.render(markdown).match(/[^<>]+(?=<|$)/g) ?? [];
  return texts.flatMap((text) => text.match(/:(?:smile|x|a|\+1):/g) ?? []);
}

/** Hugo's shortcodes, and the expressions, statements and comments of Jinja. */
const templateSyntax = /\{[{%#]/;

const plain = (text: string) => [{ kind: 'text' as const, text }];
const { paragraph, heading, cell, inline } = markdownDialect;
const places: readonly (readonly [string, (text: string) => string])[] = [
  ['a paragraph', (text) => paragraph(plain(text))],
  ['an item', (text) => `- ${paragraph(plain(text))}`],
  ['a heading', (text) => `## ${heading(plain(text))}`],
  ['a cell', (text) => `| ${cell(plain(text))} |\n| --- |`],
  ['code', (text) => paragraph([code(text)])],
  ['code in a cell', (text) => `| ${cell([code(text)])} |\n| --- |`],
  ['a link', (text) => inline([{ kind: 'link', text, url: `https://example.com/${text}` }])],
  [
    "an author's Markdown",
    (text) => paragraph(readInline(literalText(text.replace(/[^\p{L}\p{N}\s{}%#.]/gu, '\\$&')))),
  ],
];

const signs = Array.from('{}{}{%#<>&;:=|\\`*_~$!/"\'[]().- a1é');
const words = [
  ...[
    '{{ 1 + 1 }}',
    '{{',
    '}}',
    '{% if x %}',
    '{%- raw -%}',
    '{# x #}',
    '{{< x >}}',
    '{{% x %}}',
    '{{x}}',
    '{x}',
    '${X}',
  ],
  ...[
    '<T>',
    '<b>',
    '</div>',
    '<br>',
    '<!-- x -->',
    '<script>',
    '&lt;',
    '&#123;',
    '&amp;',
    ':::',
    '::x',
    ':x[y]',
    '@click',
  ],
  ...[
    '{#id}',
    '{.class}',
    '{: .x}',
    '{:toc}',
    'v-if',
    ':smile:',
    'urn:x:a:',
    ':+1:',
    'https://a.example/{{x}}',
    'www.a.example',
    '$a$',
    '~~x~~',
    '[[toc]]',
  ],
];
const hostile = fc
  .array(fc.constantFrom(...signs, ...words), { minLength: 1, maxLength: 8 })
  .map((all) => all.join('').replace(/\s+/g, ' ').trim())
  // The ends of code may be spaces, and nothing is not printed at all.
  .filter((text) => text !== '');

describe.each(places)('a text in %s', (place, print) => {
  // Sites leave emoji in code alone, and an author's own Markdown may want them.
  const isCode = place.startsWith('code') || place.startsWith('an author');
  it('shows as it is', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const markdown = print(text);
        expect(inVue(markdown).trim()).toBe(text);
        expect((await inMdx(markdown)).trim()).toBe(text);
        expect(inLiquid(markdown)).toBe(markdown);
        expect(markdown).not.toMatch(templateSyntax);
        if (!isCode) expect(emojiIn(markdown)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a description of a picture', () => {
  const alts = (markdown: string): readonly string[] =>
    parse(vitepress.render(markdown)).children.flatMap(function read(node): string[] {
      if (node.type !== NodeTypes.ELEMENT) return [];
      const own = node.props.map((prop) => (prop.type === NodeTypes.ATTRIBUTE && prop.name === 'alt' ? [prop] : []));
      return [...own.flat().map(({ value }) => value?.content ?? ''), ...node.children.flatMap(read)];
    });

  it.each([
    ['an attribute', (text: string) => `<img src="a.svg" alt="${markdownDialect.attribute(text)}" />`],
    ['an image', (text: string) => printImage(text, 'a.svg')],
  ])('in %s reads as it is', async (_name, print) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const markdown = print(text);
        expect(alts(markdown)).toEqual([text]);
        expect(inLiquid(markdown)).toBe(markdown);
        expect(markdown).not.toMatch(templateSyntax);
        await inMdx(markdown);
      }),
      { numRuns: 150 },
    );
  });
});

const outsideOfFences = (page: string): string => page.replace(/^(`{3,})[^]*?^\1$/gm, '');

describe('a page', () => {
  const texts = [...hostileProse, ...words, 'Says {{ 1 + 1 }} and <script>x</script> and a | pipe'];
  it.each(texts)('runs nothing of %j', async (text) => {
    const page = printPage(everywhere(literalText(text)));
    inVue(page);
    await inMdx(page);
    const prose = outsideOfFences(page);
    expect(inLiquid(prose)).toBe(prose);
    expect(prose).not.toMatch(templateSyntax);
  });

  it.each(flowIds)('%s reads the same for all', async (id) => {
    const formats = ['page', 'steps'] as const;
    for (const { content } of renderFlow(loadFlow(id), { formats: [...formats] }).artifacts) {
      expect(await inMdx(content)).not.toBe('');
      expect(inVue(content)).not.toBe('');
      expect(inLiquid(content)).toBe(content);
      expect(content).not.toMatch(templateSyntax);
    }
  });

  it('names participants in the table of steps', async () => {
    const { flow } = compileFlow({
      path: 'a.yaml',
      text: 'id: a\ntitle: A\nparticipants: { A: "Client {{a}}", B: "Server <x>" }\nsteps:\n  - A -> B: "GET /{id}?q={{q}}|x <tag>"\n',
    });
    const [table] = renderFlow(flow!, { formats: ['steps'] }).artifacts;
    for (const shown of [inVue(table!.content), await inMdx(table!.content)]) {
      for (const name of ['Client {{a}}', 'Server <x>', 'GET /{id}?q={{q}}|x <tag>']) expect(shown).toContain(name);
    }
  });
});
