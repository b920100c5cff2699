/** Line breaks of every kind are one, and a combining mark without a letter is drawn: in each output, by the reader of that output. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/model/index.js';
import { renderFlow } from '../../src/render.js';
import type { RenderOptions } from '../../src/render.js';
import { flowOf } from '../compile.js';
import { decode, newest, parseWith } from '../mermaid/parser.js';
import { html, inMarkdown, seen } from '../page/asciidoctor.js';
import { runs } from '../runs.js';

const breaks = {
  LF: '\n',
  CRLF: '\r\n',
  CR: '\r',
  VT: '\v',
  FF: '\f',
  NEL: '\u0085',
  'LINE SEPARATOR': '\u2028',
  'PARAGRAPH SEPARATOR': '\u2029',
};

/** A double-quoted scalar of YAML. */
const escaped = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same with the characters as they are; those that YAML would fold are escaped. */
const raw = (text: string): string => JSON.stringify(text).replace('\\u000b', '\v').replace('\\f', '\f');

const flowWith = (text: string, write: (text: string) => string): Flow =>
  flowOf(`id: a
title: ${write(text)}
participants: { A: { label: ${write(text)} }, B: B }
steps:
  - { from: A, to: B, text: ${write(text)} }
  - note: ${write(text)}
    over: [A, B]
  - alt:
      ${write(text)}: [{ A -> A: ok }]
      other: [{ B -> B: ok }]
page:
  whenToUse: [${write(text)}]
  sections:
    - { title: ${write(text)}, text: ${write(text)}, bullets: [${write(text)}], steps: [${write(text)}, then] }
    - { title: T, table: { columns: [a, b], rows: [[${write(text)}, c]] } }
  securityConsiderations: [${write(text)}]
`);

const print = (
  flow: Flow,
  format: 'mermaid' | 'text' | 'page' | 'alt' | 'steps',
  options: RenderOptions = {},
): string => renderFlow(flow, { ...options, formats: [format] }).artifacts[0]?.content ?? '';

const asciidoc = { mermaid: 'source', depth: 0, section: null } as const;

const allOf = (flow: Flow): Readonly<Record<string, string>> => ({
  mermaid: print(flow, 'mermaid'),
  text: print(flow, 'text'),
  narrow: print(flow, 'text', { width: 40 }),
  ascii: print(flow, 'text', { charset: 'ascii' }),
  page: print(flow, 'page'),
  alt: print(flow, 'alt'),
  steps: print(flow, 'steps'),
  asciidoc: print(flow, 'page', { asciidoc }),
});

describe.each(Object.entries(breaks))('%s', (_, lineBreak) => {
  const text = `one${lineBreak}two${lineBreak}${lineBreak}three`;
  const expected = allOf(flowWith('one\ntwo\n\nthree', escaped));

  it('is a line break in every output, however it is written', () => {
    expect(allOf(flowWith(text, escaped))).toEqual(expected);
    if (/^[\v\f\u0085\u2028\u2029]$/.test(lineBreak)) expect(allOf(flowWith(text, raw))).toEqual(expected);
  });

  it('keeps every item of lists in AsciiDoc, at either end of its text', async () => {
    for (const each of [`${lineBreak}first`, `first${lineBreak}`, `fi${lineBreak}rst`]) {
      const read = await html(print(flowWith(each, escaped), 'page', { asciidoc }));
      const items = [...read.matchAll(/<li>\s*<p>([^]*?)<\/p>/g)].map(([, item = '']) => item.replace(/\s/g, ''));
      expect(items.filter((item) => item === 'first')).toHaveLength(4);
    }
  });

  it('ends the lines of a block scalar, and of a file', () => {
    const file = `id: a${lineBreak}title: A${lineBreak}participants: { A: A, B: B }${lineBreak}steps: [{ A -> B: x }]${lineBreak}`;
    if (lineBreak.startsWith('\r')) expect(flowOf(file).title.plain).toBe('A');
  });
});

const marks = ['\u0301', '\u0308\u0301', '\u20dd', '\u093e', '\u3099'];

describe.each(marks)('the mark %j without a letter', (mark) => {
  it.each([`${mark}word`, `word ${mark}word`, `word\n${mark}word`, mark])('stands on a sign of its own: %j', (text) => {
    const flow = flowWith(text, escaped);
    const drawn = print(flow, 'text');
    const narrow = print(flow, 'text', { width: 24 });
    for (const diagram of [drawn, narrow]) {
      expect(diagram).toContain(`\u25cc${mark}`);
      expect(diagram).not.toMatch(/[^\u25cc\p{L}\p{M}]\p{M}/u);
    }
    const ascii = print(flow, 'text', { charset: 'ascii' });
    expect(ascii).toContain(`\\u{${mark.codePointAt(0)?.toString(16).toUpperCase()}}`);
  });
});

/** The items of lists as a reader sees them, without white space. */
const itemsIn = (markup: string): readonly string[] =>
  [...markup.matchAll(/<li>([^]*?)<\/li>/g)].map(([, item = '']) => seen(item).normalize('NFC'));

it('loses no character of a text with such characters in any output', async () => {
  const unit = fc.constantFrom(...Object.values(breaks), ...marks, 'a', 'word', ' ', '.', ',', '\u00e9', '\u4e00');
  const texts = fc.array(unit, { minLength: 1, maxLength: 8 }).map((units) => `x${units.join('')}y`);
  const words = (text: string): string => text.normalize('NFC').replace(/[\s\u0085\u25cc]/g, '');
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const flow = flowWith(text, escaped);
      const wanted = words(text);
      const diagram = await parseWith(newest, print(flow, 'mermaid'));
      const said = diagram.messages.flatMap(({ message }) =>
        typeof message === 'string' ? [words(decode(message))] : [],
      );
      expect(said).toContain(wanted);
      expect(words(decode(diagram.actors[0]?.description ?? ''))).toBe(wanted);
      // The texts stand beside each other.
      const drawn = Array.from(words(print(flow, 'text', { width: 1000 })));
      for (const character of wanted)
        expect(drawn.filter((other) => other === character).length).toBeGreaterThanOrEqual(
          Array.from(wanted).filter((other) => other === character).length,
        );
      const markdown = itemsIn(inMarkdown(print(flow, 'page').replace(/^---\n[^]*?\n---\n/, '')));
      expect(markdown.filter((item) => item === wanted)).toHaveLength(4);
      const read = itemsIn(await html(print(flow, 'page', { asciidoc })));
      expect(read.filter((item) => item === wanted)).toHaveLength(4);
    }),
    { numRuns: runs(60) },
  );
});
