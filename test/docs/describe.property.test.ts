/** The flow in sentences, folded under its picture: whatever its texts are, they are text, in every kind of document. */
import { compile } from '@mdx-js/mdx';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { embedFlows } from '../../src/docs/embed-flows.js';
import type { EmbeddedDocument } from '../../src/docs/embed-flows.js';
import type { Flow } from '../../src/model/flow.js';
import { compileFlow } from '../../src/compile.js';
import { describeInDocument, embeddable } from '../../src/render.js';
import { decode, html, inMarkdown } from '../page/asciidoctor.js';
import { hostileProse } from '../page/flows.js';
import { findAll, readDocument, readText } from '../page/reading.js';

const flowOf = (text: string, more = ''): Flow => {
  const quoted = JSON.stringify(text);
  const yaml = `id: a
title: A
${more}
boxes: { b: { title: ${quoted} } }
participants: { A: { label: ${quoted}, box: b }, B: Beta }
steps:
  - from: A
    phase: ${quoted}
    to: B
    text: ${quoted}
    note: ${quoted}
  - note: ${JSON.stringify(`one\n${text}\n${text}`)}
    over: B
  - group: ${quoted}
    steps:
      - from: B
        to: B
        text: ${quoted}
`;
  const { flow, diagnostics } = compileFlow({ path: 'a.yaml', text: yaml });
  if (!flow) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return flow;
};

async function embedIn(path: string, text: string, flow: Flow): Promise<EmbeddedDocument> {
  const isAsciidoc = path.endsWith('.adoc');
  const asciidoc = { depth: 1, section: null, mermaid: 'source' } as const;
  const cited = {
    ...{
      flow,
      path: 'a.yaml',
      sources: [],
      pagePictures: [],
      parts: [],
      pictures: { light: 'a.svg', dark: 'a.dark.svg' },
    },
    ...{ text: () => null, page: () => null },
    description: () => describeInDocument(flow, isAsciidoc ? { asciidoc } : {}),
  };
  return embedFlows({ path, text }, () => cited, embeddable);
}

async function written(path: string, text: string, flow: Flow): Promise<string> {
  const { text: found, diagnostics } = await embedIn(path, text, flow);
  expect(diagnostics).toEqual([]);
  return found ?? '';
}

const markers = (path: string, words = 'picture describe'): readonly string[] =>
  path.endsWith('.adoc')
    ? [`// authflow:begin a.yaml ${words}`, '// authflow:end']
    : [`[//]: # "authflow:begin a.yaml ${words}"`, '', '[//]: # "authflow:end"'];
const at = (prefix: string, lines: readonly string[]): string =>
  lines.map((line) => `${prefix}${line}`.trimEnd() + '\n').join('');

/** What no parser changes: white space is compared without its length. */
const squeezed = (text: string): string => text.replace(/[\s\u200b\u2009]+/g, '');

const texts = [
  ...hostileProse.filter((text) => !/[\ufeff\u2028\u0085]/.test(text) && /\S/.test(text)),
  '{{ x }} {% y %} {# z #}',
  '*a* _b_ `c` #d# ~e~ ^f^',
  '[x] done',
  '</details>',
  '======',
  '|===',
  '{version} (C) -> a::b',
  'image::x[]',
  '</summary><script>alert(1)</script>',
];

describe.each(texts)('the text %j', (text) => {
  const flow = flowOf(text);
  const spoken = squeezed(text);
  const times = (found: string): number => found.split(spoken).length - 1;
  const { text: description } = describeInDocument(flow);

  it('is one in Markdown, and in MDX, and Prettier leaves it alone', async () => {
    for (const path of ['a.md', 'a.mdx']) {
      const document = await written(path, `# H\n\n${at('', markers(path))}\nAfter.\n`, flow);
      const tree = await readDocument(document, path === 'a.md' ? 'md' : 'mdx');
      const items = findAll(tree, 'listItem').map((item) => squeezed(readText(item)));
      expect(times(items.join('\n'))).toBeGreaterThanOrEqual(8);
      expect(findAll(tree, 'heading')).toHaveLength(1);
      expect(await prettier.format(document, { filepath: path })).toBe(document);
    }
    expect(inMarkdown(description)).not.toMatch(/<(?!\/?(?:ul|ol|li|p|strong|br)\b)/);
  });

  it('is one in AsciiDoc, and the block after it stays outside', async () => {
    const shown = await html(
      await written('a.adoc', `= D\n:version: 9\n\n${at('', markers('a.adoc'))}\nAfter.\n`, flow),
    );
    const [, inside = '', after = ''] = /<details>([^]*)<\/details>([^]*)/.exec(shown) ?? [];
    expect(times(squeezed(decode(inside.replace(/<[^>]*>/g, ' '))))).toBeGreaterThanOrEqual(8);
    expect(inside).not.toMatch(/<(?!\/?(?:summary|div|ul|ol|li|p|strong|br)\b)/);
    expect(after.trim()).toMatch(/^<div class="paragraph">\s*<p>After\.<\/p>/);
  });
});

const flow = flowOf('hello', 'lang: de');

describe('where it stands', () => {
  it.each([
    ['a quote', '> ', '> '],
    ['a list item', '- ', '  '],
    ['a nested item', '- - ', '    '],
    ['a quote in an item', '- > ', '  > '],
  ])('%s keeps it whole', async (_, first, prefix) => {
    for (const path of ['a.md', 'a.mdx']) {
      const document = `${first}x\n${prefix.trimEnd()}\n${at(prefix, markers(path))}\nAfter.\n`;
      const text = await written(path, document, flow);
      expect(await prettier.format(text, { filepath: path })).toBe(text);
      const tree = await readDocument(text, path === 'a.md' ? 'md' : 'mdx');
      const last = tree.children?.at(-1);
      expect(last?.type).toBe('paragraph');
      expect(last && readText(last)).toBe('After.');
      expect((await embedIn(path, text, flow)).blocks.map(({ state }) => state)).toEqual(['current']);
    }
  });

  it.each([
    ['an item', `* x\n+\n${at('', markers('a.adoc'))}+\nmore\n\nAfter.\n`, 'li'],
    ['a cell', `|===\n|a |b\n\na|\n${at('', markers('a.adoc'))}a|\n${at('', markers('a.adoc'))}|===\n\nAfter.\n`, 'td'],
    ['an example', `====\n${at('', markers('a.adoc'))}\nmore\n====\n\nAfter.\n`, 'div'],
    ['an example of six', `======\n${at('', markers('a.adoc'))}\nmore\n======\n\nAfter.\n`, 'div'],
    ['a nested example', `======\n=======\n${at('', markers('a.adoc'))}\nmore\n=======\n======\n\nAfter.\n`, 'div'],
    [
      'an example in CRLF',
      `======\r\n${at('', markers('a.adoc')).replaceAll('\n', '\r\n')}======\r\n\r\nAfter.\r\n`,
      'div',
    ],
  ])('in AsciiDoc, %s keeps it whole', async (_, document, element) => {
    const text = await written('a.adoc', document, flow);
    const shown = await html(text);
    const found = shown.match(/<details>\s*<summary class="title">Der Ablauf in Sätzen<\/summary>/g);
    expect(found?.length).toBe(element === 'td' ? 2 : 1);
    expect(shown.match(/<p>hello asks/g)).toBeNull();
    expect(shown).toMatch(/<p>After\.<\/p>\s*<\/div>\s*$/);
    expect(shown.indexOf('</details>')).toBeLessThan(shown.lastIndexOf(`</${element}>`));
    expect(await written('a.adoc', text, flow)).toBe(text);
  });

  it('is in the language of the flow, and compiles as MDX', async () => {
    const text = await written('a.mdx', at('', markers('a.mdx')), flow);
    expect(text).toContain(
      '<details>\n\n<summary>Der Ablauf in Sätzen</summary>\n\nBeteiligte:\n\n- hello, in hello\n',
    );
    const compiled = String(await compile(text, { jsx: true }));
    expect(compiled).toMatch(/<details><summary>\{"Der Ablauf in Sätzen"\}<\/summary>/);
  });
});

describe('the numbers', () => {
  const flowIn = (steps: string, more = ''): string => {
    const { flow: found } = compileFlow({
      path: 'a.yaml',
      text: `id: a\ntitle: A\n${more}participants: { A: Alpha, B: Beta }\nsteps:\n${steps}`,
    });
    return found ? (describeInDocument(found).text.split('Steps:\n\n')[1] ?? '') : '';
  };

  it('are those of an ordered list, where it counts as they do', () => {
    expect(flowIn('  - A -> B: one\n    note: why\n  - B --> A: two\n')).toBe(
      '1. Alpha asks Beta: one.\n   - Note on Alpha and Beta: why\n2. Beta replies to Alpha: two.',
    );
  });

  it('are text, where many readers of Markdown would count otherwise', () => {
    expect(flowIn('  - A -> B: one\n  - opt: maybe\n    steps: [A -> B: two]\n  - A -> B: three\n')).toBe(
      '- **1.** Alpha asks Beta: one.\n- Optionally, maybe:\n  - **2.** Alpha asks Beta: two.\n- **3.** Alpha asks Beta: three.',
    );
    expect(flowIn('  - A -> B: one\n  - A -> B: two\n', 'numbering: { start: 10, step: 10 }\n')).toBe(
      '- **10.** Alpha asks Beta: one.\n- **20.** Alpha asks Beta: two.',
    );
  });
});

describe('a block that has no picture to describe', () => {
  it.each([
    ['describe', '"describe" puts sentences under a picture, and this block shows none'],
    ['format=text describe', '"describe" puts sentences under a picture, and this block shows none'],
    ['picture describe=yes', `"describe" can't be "yes"`],
    ['picture descibe', 'unknown attribute "descibe"'],
  ])('is an error at the word: %s', async (words, message) => {
    const text = at('', markers('a.md', words));
    const { diagnostics } = await embedIn('a.md', text, flow);
    expect(diagnostics.map((found) => found.message)).toEqual([message]);
    const { start = 0, end = 0 } = diagnostics[0]?.span ?? {};
    expect(text.slice(start, end)).toMatch(/^desc?i?r?ibe$/);
  });
});
