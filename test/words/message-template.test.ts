/** A user's own templates/words/message.hbs: whatever stands before a text, its further lines hang under it. */
import { packaged } from 'packaged:templates';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { renderFlow } from '../../src/render.js';
import type { RenderOptions } from '../../src/render.js';
import { packagedDesign } from '../../src/design.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { widthOf } from '../../src/text-diagram/cells.js';
import { english } from '../builders/english.js';

interface Drawing extends RenderOptions {
  readonly template: string;
  readonly emoji?: 'drop' | 'keep';
  readonly steps?: readonly Readonly<Record<string, unknown>>[];
}

const twoLines = [{ from: 'C', to: 'AS', text: 'one\ntwo' }];

function draw({ template, emoji = 'drop', steps = twoLines, ...options }: Drawing): readonly string[] {
  const source = { id: 'flow', title: 'Flow', participants: { C: 'Client', AS: 'Server' }, steps, ascii: { emoji } };
  const { flow, diagnostics } = compileFlow({ path: 'flow.yaml', text: JSON.stringify(source) });
  if (!flow) throw new Error(JSON.stringify(diagnostics));
  const templates = makeTemplates({ ...packaged, 'words/message.hbs': template }, english);
  const design = { ...packagedDesign(), templates };
  const [artifact] = renderFlow(flow, { ...options, formats: ['text'], design }).artifacts;
  return (artifact?.content ?? '').split('\n');
}

/** Cells before a word that stands in one row alone. */
function cellsBefore(word: string, rows: readonly string[]): number {
  const row = rows.find((each) => each.includes(word)) ?? '';
  return widthOf(row.slice(0, row.indexOf(word)));
}

const templates = {
  packaged: packaged['words/message.hbs'] ?? '',
  'wide letters': '第{{number}}步 {{text}}',
  'an emoji': '{{number}}. 🔒 {{text}}',
  'an emoji of several characters': '{{number}} 👩‍💻: {{text}}',
  'a letter and its accent': 'e\u0301{{number}} {{text}}',
  'a tab': '{{number}}.\t{{text}}',
};

describe.each(Object.entries(templates))('behind %s', (_, template) => {
  test.each([
    { emoji: 'drop', charset: 'unicode' },
    { emoji: 'keep', charset: 'unicode' },
    { emoji: 'drop', charset: 'ascii' },
    { emoji: 'keep', charset: 'ascii' },
  ] as const)('lines hang under the text: emoji $emoji, $charset', (options) => {
    const rows = draw({ template, ...options });
    expect(cellsBefore('two', rows), rows.join('\n')).toBe(cellsBefore('one', rows));
  });

  test.each([30, 40])('broken lines hang under the text, at %i columns', (width) => {
    const text = 'one of the many words of a text that is too long for one line two';
    const rows = draw({ template, width, steps: [{ from: 'C', to: 'AS', text }] });
    expect(Math.max(...rows.map(widthOf))).toBeLessThanOrEqual(width);
    expect(cellsBefore('one', rows)).toBeGreaterThan(0);
    const start = cellsBefore('one', rows);
    for (const row of rows.filter((each) => / (?:of|many|words|text|that|too|long|for|two)\b/.test(each))) {
      const [before = ''] = /^.*?(?=[a-z])/.exec(row) ?? [];
      if (!row.includes('one')) expect(widthOf(before), rows.join('\n')).toBe(start);
    }
  });
});

describe('lines hang under the mark', () => {
  const steps = [
    { from: 'C', to: 'AS', text: 'one\ntwo', channel: 'front' },
    { from: 'AS', to: 'C', text: 'three', channel: 'back' },
  ];

  test.each([
    { template: '第{{number}}步 {{mark}}{{text}}', charset: 'unicode', mark: '•' },
    { template: '🔒{{number}}. {{mark}} 🔑 {{text}}', charset: 'unicode', mark: '•' },
    { template: '第{{number}}步 {{mark}} {{text}}', charset: 'ascii', mark: '*' },
  ] as const)('$template, $charset', ({ template, charset, mark }) => {
    for (const emoji of ['drop', 'keep'] as const) {
      const rows = draw({ template, charset, emoji, steps });
      expect(cellsBefore('two', rows), rows.join('\n')).toBe(cellsBefore(mark, rows));
    }
  });
});

describe('a text without anything before it on the first line', () => {
  test('hangs nowhere', () => {
    const rows = draw({ template: '{{number}} 🔒 {{from}}\n{{text}}' });
    expect(cellsBefore('two', rows)).toBe(cellsBefore('one', rows));
    expect(cellsBefore('one', rows)).toBe(cellsBefore('1', rows));
  });

  test('keeps an emoji that is all it says', () => {
    expect(draw({ template: '{{number}}. 🔒 {{text}}', steps: [{ from: 'C', to: 'AS', text: '🔑' }] }).join()).toMatch(
      /1\. .*🔑/,
    );
  });
});

describe('a footnote is named by the number of its message', () => {
  const words = 'somewhat long words that do not have enough room between two lifelines at all, however they break';
  const steps = Array.from({ length: 3 }, () => ({ from: 'C', to: 'AS', text: words }));
  const marksIn = (rows: readonly string[]): readonly string[] => [
    ...new Set(rows.flatMap((row) => /\[\w+\]/.exec(row) ?? [])),
  ];

  test.each([
    ['packaged', templates.packaged],
    ['with words around it', '第{{number}}步 🔒 {{text}}'],
    ['with another number behind it', 'Step {{number}} of 12: {{text}}'],
    ['with a label behind it', '{{number}}, from {{from}}: {{text}}'],
  ])('%s', (_, template) => {
    for (const charset of ['unicode', 'ascii'] as const)
      expect(marksIn(draw({ template, charset, width: 16, steps }))).toEqual(['[1]', '[2]', '[3]']);
  });

  test('or by its letter', () => {
    expect(marksIn(draw({ template: templates.packaged, style: 'rfc', width: 16, steps }))).toEqual([
      '[A]',
      '[B]',
      '[C]',
    ]);
  });

  test('but not where the template prints none', () => {
    expect(marksIn(draw({ template: '{{from}}2: {{text}}', width: 16, steps }))).toEqual(['[a]', '[b]', '[c]']);
  });
});
