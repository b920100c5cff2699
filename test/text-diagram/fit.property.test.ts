import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import { widthOf } from '../../src/text-diagram/cells.js';
import { fitScript } from '../../src/text-diagram/fit/fit.js';
import { breakable, wrap } from '../../src/text-diagram/fit/wrap.js';
import { makeScript, options } from './arbitrary.js';
import { checkDiagram } from './checker/check.js';

test('breaking loses nothing and fits', () => {
  const line = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      ' ',
      '/',
      ':',
      '%3A',
      '${',
      '}',
      '<',
      '>',
      '?',
      '&',
      '=',
      ',',
      '.',
      '_',
      '-',
      '日',
      'e\u0301',
      '(',
      ')',
      'X',
      '1',
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.constantFrom('', '1. ', '8. 8a. ', '- '),
      line,
      fc.integer({ min: 4, max: 30 }),
      (lead, said, limit) => {
        const text = lead + said;
        const broken = wrap(breakable(text, limit % 3), limit).rows;
        expect(broken.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(broken.every((row) => widthOf(row) <= limit)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('generated scripts at any width are whole', () => {
  fc.assert(
    fc.property(fc.gen(), options, fc.integer({ min: 40, max: 200 }), (g, chosen, width) => {
      const script = makeScript(g);
      const { fitted } = fitScript(script, { ...chosen, width });
      const text = asciiView(script, { ...chosen, width }).rows.map((row) => `${row.text}\n`);
      expect(checkDiagram(fitted, chosen, text.join(''))).toEqual([]);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
