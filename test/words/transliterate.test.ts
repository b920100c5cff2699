import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import type { Script } from '../../src/model/script.js';
import { transliterateScript } from '../../src/words/transliterate-script.js';
import { transliterate } from '../../src/words/transliterate.js';
import { makeScript, options } from '../text-diagram/arbitrary.js';
import { checkDiagram } from '../text-diagram/checker/check.js';
import * as make from '../template/flows.js';
import { unfitted } from '../../src/text-diagram/fit/stand-ins.js';
import { renderFlow } from '../../src/render.js';

const plain = /^[\x20-\x7e\n]*$/;

describe('a text', () => {
  test.each([
    ['plain', 'POST /token ~', 'POST /token ~'],
    ['Latin', 'Größe, crème, e\u0301', 'Grosse, creme, e'],
    ['Greek', 'Χρήστης', 'Christis'],
    ['Cyrillic', 'Сервер', 'Server'],
    ['Chinese', '授权', 'ShouQuan'],
    ['Korean, decomposed', '서버'.normalize('NFD'), 'SeoBeo'],
    ['Arabic', 'خادم', 'khdm'],
    ['an Arabic letter alone', 'ا', '\\u{627}'],
    ['a rare Chinese character', '㧝a', '\\u{39DD}a'],
    ['Devanagari', 'हिन्दी', 'hindi'],
    ['typography', '“a” — b… → c\u00a0d', '"a" - b... > c d'],
    ['emoji', '🔑 1️⃣ ☁️', ':key: 1 :cloud:'],
    ['direction marks', '\u2067a\u2069\u202eb\u202c', 'ab'],
    ['what no table knows', 'a\u{F0000}b\ue000', 'a\\u{F0000}b\\u{E000}'],
    ['controls', 'a\u0007\u0085', 'a\\u{7}\\u{85}'],
    ['a lone surrogate', '\ud800', '\\u{D800}'],
    ['nothing but a mark', ' \u0301 ', ' \\u{301} '],
    ['tabs, which the layout spreads', 'a\tb', 'a\tb'],
  ])('%s', (_, text, written) => expect(transliterate(text)).toBe(written));

  const anything = fc.string({ unit: 'binary' });

  test('is always plain, and never gone', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const written = transliterate(text);
        expect(written).toMatch(/^[\x20-\x7e\t]*$/);
        if (text.trim() !== '') expect(written.trim()).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('is written once and for all', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(transliterate(transliterate(text))).toBe(transliterate(text));
      }),
    );
  });
});

const flow = make.flow([]);

describe('a script', () => {
  const written = (script: Script): Script => transliterateScript(script, flow, () => undefined);

  test('is drawn as any other', () => {
    fc.assert(
      fc.property(fc.gen(), options, (g, chosen) => {
        const script = written(makeScript(g));
        const ascii = { ...chosen, charset: 'ascii' as const };
        const text = asciiView(script, ascii)
          .rows.map((row) => `${row.text}\n`)
          .join('');
        expect(text).toMatch(plain);
        expect(checkDiagram(unfitted(script), ascii, text), text).toEqual([]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});

const flowOf = (more: Readonly<Record<string, unknown>>) => {
  const source = {
    id: 'flow',
    title: 'Flow',
    participants: { C: 'C', AS: 'AS' },
    steps: [{ from: 'C', to: 'AS', text: 'POST' }],
    ...more,
  };
  const { flow: built, diagnostics } = compileFlow({ path: 'flow.yaml', text: JSON.stringify(source) });
  expect(diagnostics).toEqual([]);
  return built!;
};
const inAscii = (more: Readonly<Record<string, unknown>>) =>
  renderFlow(flowOf(more), { formats: ['text'], charset: 'ascii' });

describe('a text diagram in ASCII', () => {
  test('reports once what it writes another way', () => {
    const { diagnostics } = inAscii({
      participants: { C: 'Müller', AS: '☁️ Server' },
      steps: ['Größe', 'Größe', '授权', 'é', 'è', 'ê', 'plain'].map((text) => ({ from: 'C', to: 'AS', text })),
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'ascii-charset',
        severity: 'info',
        message:
          'in ASCII the text diagram writes "Müller" as "Muller", "Größe" as "Grosse", "授权" as "ShouQuan", "é" as "e", "è" as "e" and 1 more',
        span: { source: { path: 'flow.yaml' } },
      },
    ]);
  });

  test('has nothing to report where all is plain, or drawn in Unicode', () => {
    expect(inAscii({}).diagnostics).toEqual([]);
    expect(renderFlow(flowOf({ title: 'é' }), { formats: ['text'] }).diagnostics).toEqual([]);
  });

  test('keeps emoji by name where they are to be kept', () => {
    const more = { participants: { C: '🔑 Client', AS: 'AS' } };
    expect(inAscii(more).artifacts[0]?.content).toContain('| Client |');
    expect(inAscii({ ...more, ascii: { emoji: 'keep' } }).artifacts[0]?.content).toContain('| :key: Client |');
  });

  test('is 7-bit whatever its labels are', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(label, label, label, label, fc.boolean(), (title, name, said, note, keeps) => {
        const { artifacts } = inAscii({
          title,
          heading: true,
          boxes: { box: note },
          participants: {
            B: { label: name, kind: 'browser', box: 'box', links: { [`x${said}`]: title } },
            C: 'C',
            AS: 'AS',
          },
          steps: [
            { from: 'B', to: 'C', text: said, note },
            { from: 'C', to: 'AS', text: note },
            { alt: [{ label: name, steps: [{ note: said, over: 'B' }] }] },
          ],
          channels: 'legend',
          ascii: { emoji: keeps ? 'keep' : 'drop' },
        });
        expect(artifacts[0]?.content).toMatch(plain);
      }),
      { numRuns: 300 },
    );
  });
});
