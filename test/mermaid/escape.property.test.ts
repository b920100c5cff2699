/**
 * A label is text, never syntax: Mermaid's own parser reads back what was written, whatever it says, in every position.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { label } from './labels.js';
import { labelledScript, labelsPerScript, readLabels } from './labelled.js';
import { newest, parseWith } from './parser.js';
import { runs } from '../runs.js';
import { printMermaid } from './print.js';

const numRuns = Math.ceil(runs(5_000) / labelsPerScript);

test(`Mermaid reads back ${numRuns * labelsPerScript} labels`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: labelsPerScript, maxLength: labelsPerScript }), async (labels) => {
      const { script, expected } = labelledScript(labels);
      expect(readLabels(await parseWith(newest, printMermaid(script, { target: '11.13' })))).toEqual(expected);
    }),
    { numRuns },
  );
});
