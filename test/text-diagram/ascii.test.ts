import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asciiView, type AsciiView } from '../../src/text-diagram/index.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { samples } from './samples.js';
import { fragment, fullStyle, message, note, script } from './scripts.js';
import { english } from '../builders/english.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const templates = makeTemplates(
  {
    'ascii/diagram.hbs': read('../../templates/ascii/diagram.hbs'),
    'ascii/row.hbs': read('../../templates/ascii/row.hbs'),
  },
  english,
);
const print = (view: AsciiView): string => templates.render('ascii/diagram', view);

test("the reference flow's body is its source's, row by row", () => {
  const { script, options } = samples['client-credentials-compact'];
  const rows = print(asciiView(script, options)).split('\n').slice(0, -1);
  const body = rows.slice(rows.findIndex((row) => row.includes('┬')) + 1);
  const margin = Math.min(...body.map((row) => row.search(/\S/)));
  expect(body.map((row) => row.slice(margin))).toEqual(read('client-credentials.body.txt').split('\n').slice(0, -1));
});

describe('samples', () => {
  test.each(Object.entries(samples))('%s', async (name, { script, options }) => {
    await expect(print(asciiView(script, options))).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});

test.each(Object.entries(samples))("%s: a row's text is its segments'", (_, { script, options }) => {
  for (const { text, segments } of asciiView(script, options).rows) {
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(segments.every((segment) => segment.text !== '')).toBe(true);
  }
});

test.each(Object.entries(samples))('%s: frames and arrows are 7-bit in ASCII', (_, { script, options }) => {
  for (const { segments } of asciiView(script, { ...options, charset: 'ascii' }).rows)
    for (const { role, text } of segments)
      if (['space', 'lifeline', 'activation', 'box', 'highlight'].includes(role)) expect(text).toMatch(/^[ -~]*$/);
});

test('a changed label changes no other row while the columns hold', () => {
  const steps = (label: string) => [
    message('A -> B', '1. a label that decides the columns'),
    fragment('opt', ['maybe', message('B --> A', label), note('over A,B', 'noted')]),
    message('A -> A', '3. end'),
  ];
  const [before, after] = ['2. before', '2. after, and longer'].map((label) =>
    asciiView(script(['A', 'B'], steps(label)), fullStyle).rows.map(({ text }) => text),
  );
  expect(after?.filter((row, index) => row !== before?.[index])).toEqual([expect.stringContaining('2. after')]);
});

test('each branch begins with the activations that the fragment began with', () => {
  const steps = [
    message('A -> B', 'ask', { activate: true }),
    fragment(
      'alt',
      ['yes', message('B --> A', 'ok', { deactivate: true })],
      ['no', message('B --> A', 'no', { deactivate: true })],
    ),
    message('A -> B', 'end'),
  ];
  const bars = asciiView(script(['A', 'B'], steps), fullStyle).rows.map(({ text }) => /[║╟╢]/.exec(text)?.[0] ?? '');
  expect(bars.join(' ').replaceAll(/ +/g, ' ').trim()).toBe('║ ║ ║ ║ ╢ ║ ║ ╢');
});

test('a segment knows what it is', () => {
  const { rows } = asciiView(script(['A', 'B'], [message('A --> B', 'ok', { channel: 'front' })]), fullStyle);
  expect(rows.find(({ text }) => text.includes('ok'))?.segments.map(({ role, text }) => ({ role, text }))).toEqual([
    { role: 'space', text: '  ' },
    { role: 'lifeline', text: '│' },
    { role: 'space', text: '  ' },
    { role: 'front-reply', text: 'ok' },
    { role: 'space', text: '  ' },
    { role: 'lifeline', text: '│' },
  ]);
});

test('a script without participants and steps is an empty diagram', () => {
  expect(print(asciiView(script([], []), fullStyle))).toBe('\n');
  expect(print(asciiView(script(['A'], []), fullStyle))).toBe('┌───┐\n│ A │\n└─┬─┘\n  │\n');
});

test('a template can print the segments in place of the row', () => {
  const coloured = makeTemplates(
    {
      'ascii/diagram.hbs': '{{#each rows}}\n{{> row}}\n{{/each}}\n',
      'ascii/row.hbs': '{{#each segments}}<{{role}}>{{text}}{{/each}}\n',
    },
    english,
  );
  const view = asciiView(script(['A'], [note('over A', 'hi')]), fullStyle);
  expect(coloured.render('ascii/diagram', view)).toContain('<note>│<space> <note>hi<space> <note>│\n');
});
