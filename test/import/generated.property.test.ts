/** Diagrams by chance: whatever Mermaid accepts becomes a flow that draws the same, or a report says why not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { diagram } from './arbitrary.js';
import { runs } from '../runs.js';
import { importText, tell } from './round-trip.js';

/** What a flow can't express: any other report is a bug in authflow. */
const known = new RegExp(
  `^\\d+: (?:${[
    'the circle',
    'half an arrow head',
    '"par_over"',
    'no message ',
    'participant .* takes part',
    "participant .* can't be activated",
    'participants are',
    'boxes are drawn',
    'a region without',
    'an empty note',
    'control char',
    'a formula',
    'lines that',
    "Mermaid can't read the links",
    'the (?:properties|details) of',
    'the box .* without',
    'a word of this label',
    'the title for screen readers',
    'decimal numbers',
    "Mermaid's theme",
  ].join('|')})`,
);

it('draws the same, or says why not', { timeout: 600_000 }, async () => {
  const seen = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(diagram, async (mermaid) => {
      const { flows, diagnostics } = await importText('diagram.mmd', mermaid);
      if (diagnostics.length > 0) seen.refused += 1;
      for (const { text: yaml, report } of flows) {
        seen.read += 1;
        expect(compileFlow({ path: 'diagram.yaml', text: yaml }).flow).not.toBeNull();
        expect(report.map((loss) => `${tell(loss)} ${loss.hint ?? ''}`).filter((loss) => !known.test(loss))).toEqual(
          [],
        );
      }
    }),
    { numRuns: runs(300) },
  );
  expect(seen.read).toBeGreaterThan(seen.refused / 4);
});
