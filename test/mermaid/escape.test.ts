/**
 * A label is text, never syntax: Mermaid's own parser reads back what was written, whatever it says, in every position.
 * AUTHFLOW_LABELS=200000 npx vitest run test/mermaid/escape.test.ts tries as many in all, other ones each time.
 */
import fc from 'fast-check';
import { afterAll, describe, test } from 'vitest';
import { label } from './labels.js';
import { labelledScript, labelsPerScript, readLabels } from './labelled.js';
import { openParser } from './parser.js';
import { printMermaid } from './print.js';

const versions = ['mermaid', 'mermaid-12'] as const;
const asked = Number(process.env.AUTHFLOW_LABELS ?? 0);
const runs = {
  numRuns: Math.ceil((asked || 10_000) / versions.length / labelsPerScript),
  ...(asked ? {} : { seed: 5 }),
};

describe.concurrent.each(versions)('%s', (name) => {
  const parser = openParser(name);
  afterAll(() => parser.close());

  test(`reads back ${runs.numRuns * labelsPerScript} labels`, { timeout: 3_600_000 }, async ({ expect }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(label, { minLength: labelsPerScript, maxLength: labelsPerScript }), async (labels) => {
        const { script, expected } = labelledScript(labels);
        expect(readLabels(await parser.parse(printMermaid(script, { target: '11.13' })))).toEqual(expected);
      }),
      runs,
    );
  });
});
