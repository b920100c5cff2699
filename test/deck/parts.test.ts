import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, cutPart, excerptOf, partsByPhase } from '../../src/deck/parts.js';
import type { Part } from '../../src/deck/parts.js';
import { flowOf, withSteps } from '../compile.js';

/** `m` messages and `n` notes, each with its depth: `m0 n0 m1`. */
const spell = ({ phase, leaves }: Part): string =>
  `${phase?.plain ?? '-'}: ${leaves.map(({ step, depth }) => `${step.kind === 'note' ? 'n' : 'm'}${depth}`).join(' ')}`;

const nested = withSteps(`
  - C -> AS: one
  - alt:
      yes:
        - C -> AS: two
        - loop: again
          steps:
            - C -> AS: three
            - C -> AS: four
        - C -> AS: five
      no:
        - note: beside
          over: C
        - C -> AS: six
    phase: Second
  - rect: red
    steps:
      - C -> AS: seven
      - C -> AS: eight
  - C -> AS: nine
    phase: Third
  - activate: AS
  - deactivate: AS
`);

describe('parts', () => {
  test('one for each phase, with how much a cut before each step would part', () => {
    expect(partsByPhase(flowOf(nested)).map(spell)).toEqual([
      '-: m0',
      'Second: m0 m1 m2 m1 n0.5 m1 m0 m1',
      'Third: m0',
    ]);
  });

  test('one without phases', () => {
    expect(partsByPhase(flowOf(withSteps('  - C -> AS: a\n  - AS --> C: b\n'))).map(spell)).toEqual(['-: m0 m0']);
  });
});

const [, second] = partsByPhase(flowOf(nested));
const part = second ?? expect.fail();

describe('a part that is too high is cut', () => {
  const evenly = { height: 1000, tops: [100, 200, 300, 400, 500, 600, 700], bottom: 800 };
  test.each<[number, readonly string[]]>([
    [1000, ['Second: m0 m1 m2 m1 n0.5 m1 m0 m1']],
    // Before the region, rather than within the fragment.
    [850, ['Second: m0 m1 m2 m1 n0.5 m1', 'Second: m0 m1']],
    [1, ['Second: m0', 'Second: m1', 'Second: m2', 'Second: m1 n0.5', 'Second: m1', 'Second: m0', 'Second: m1']],
  ])('for %i pixels', (room, pieces) => {
    expect(cutPart(part, evenly, room).map(spell)).toEqual(pieces);
  });

  test('and nothing of it is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 7, maxLength: 7 }),
        fc.nat(2000),
        (gaps, room) => {
          const tops = gaps.map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 100));
          const bottom = (tops.at(-1) ?? 0) + 60;
          const pieces = cutPart(part, { height: bottom + 80, tops, bottom }, room);
          expect(pieces.flatMap(({ leaves }) => leaves)).toEqual(part.leaves);
          for (const piece of pieces) expect(blocksOf(piece).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test('the steps of a part are an excerpt', () => {
  expect([...excerptOf(part)]).toEqual(part.leaves.map(({ step }) => step.id));
});
