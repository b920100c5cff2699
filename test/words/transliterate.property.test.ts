import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Script } from '../../src/model/script.js';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import { unfitted } from '../../src/text-diagram/fit/stand-ins.js';
import { transliterateScript } from '../../src/words/transliterate-script.js';
import * as make from '../template/flows.js';
import { makeScript, options } from '../text-diagram/arbitrary.js';
import { checkDiagram } from '../text-diagram/checker/check.js';
import { inAscii } from './in-ascii.js';

const plain = /^[\x20-\x7e\n]*$/;

const flow = make.flow([]);

const written = (script: Script): Script => transliterateScript(script, flow, () => undefined);

test('a script is drawn as any other', () => {
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

test('a text diagram in ASCII is 7-bit whatever its labels are', () => {
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
