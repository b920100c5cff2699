/**
 * A label is text, never syntax: Mermaid's own parser reads back what was written, whatever it says, in every position.
 * AUTHFLOW_LABELS=200000 npx vitest run test/mermaid/escape tries as many in all, other ones each time.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { label } from './labels.js';
import { labelledScript, labelsPerScript, readLabels } from './labelled.js';
import { newest, parseWith } from './parser.js';
import { printMermaid } from './print.js';

const asked = Number(process.env.AUTHFLOW_LABELS ?? 0);
const runs = {
  numRuns: Math.ceil((asked || 5_000) / labelsPerScript),
  ...(asked ? {} : { seed: 5 }),
};

test(`Mermaid reads back ${runs.numRuns * labelsPerScript} labels`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: labelsPerScript, maxLength: labelsPerScript }), async (labels) => {
      const { script, expected } = labelledScript(labels);
      expect(readLabels(await parseWith(newest, printMermaid(script, { target: '11.13' })))).toEqual(expected);
    }),
    runs,
  );
});
