import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCuts } from '../../../src/scene/parts/choose-cuts.js';

/** Atoms of these heights, and parts that are as high as they are, with heads. */
function cut(heights: readonly number[], { costs = heights.map(() => 0), room = 100, heads = 10 } = {}) {
  let sum = 0;
  const bottoms = heights.map((height) => (sum += height));
  const measure = (first: number, end: number): number =>
    heads + heights.slice(first, end).reduce((all, height) => all + height, 0);
  return chooseCuts({ bottoms, costs, extra: heads, room, measure });
}

test('nothing is cut that fits', () => expect(cut([30, 30, 30])).toEqual([0]));

test('parts are few, and of the same height', () => {
  expect(cut([30, 30, 30, 30])).toEqual([0, 2]);
  expect(cut([20, 20, 20, 20, 20, 20])).toEqual([0, 3]);
});

test('a cut is where it costs least', () => {
  expect(cut([20, 20, 20, 20, 20, 20], { costs: [0, 9, 1, 9, 9, 9] })).toEqual([0, 2]);
  // Never in one part more.
  expect(cut([40, 40, 40, 40], { costs: [0, 0, 99, 0] })).toEqual([0, 2]);
});

test('what is too high is a part of its own', () => {
  expect(cut([30, 200, 30])).toEqual([0, 1, 2]);
  expect(cut([200])).toEqual([0]);
});

test('a part that proves higher than it seemed is cut again', () => {
  const starts = chooseCuts({
    bottoms: [20, 40, 60, 80],
    costs: [0, 0, 0, 0],
    extra: 10,
    room: 60,
    measure: (first, end) => 10 + 30 * (end - first),
  });
  expect(starts).toEqual([0, 1, 2, 3]);
});

test('every part fits, whatever the heights and costs are', () => {
  const atoms = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 300 })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(atoms, (all) => {
      const heights = all.map(([height]) => height);
      const starts = cut(heights, { costs: all.map(([, cost]) => cost) });
      expect(starts[0]).toBe(0);
      for (const [index, first] of starts.entries()) {
        const part = heights.slice(first, starts[index + 1]);
        expect(part.length).toBeGreaterThan(0);
        if (part.length > 1) expect(part.reduce((sum, height) => sum + height, 10)).toBeLessThanOrEqual(100);
      }
    }),
  );
});
