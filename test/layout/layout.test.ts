import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Activations, ColumnNeeds, centred, lean } from '../../src/layout/index.js';

describe('columns', () => {
  const need = fc.record({ from: fc.nat(5), apart: fc.integer({ min: 1, max: 5 }), distance: fc.nat(40) });

  test('satisfy every need, and are as narrow as can be', () => {
    fc.assert(
      fc.property(fc.array(need), (wanted) => {
        const needs = new ColumnNeeds(4);
        const neighbours = Array.from({ length: needs.edge }, (_, from) => ({ from, apart: 1, distance: 0 }));
        const inside = [...neighbours, ...wanted.filter(({ from, apart }) => from + apart <= needs.edge)];
        for (const { from, apart, distance } of inside) needs.need(from, from + apart, distance);
        const { lifelines, width } = needs.solve();
        const nodes = [0, ...lifelines, width];
        const slack = inside.map(
          ({ from, apart, distance }) => (nodes[from + apart] ?? 0) - (nodes[from] ?? 0) - distance,
        );
        expect(Math.min(0, ...slack)).toBe(0);
        const longest = nodes.map(() => 0);
        for (let node = 1; node < nodes.length; node += 1)
          for (const { from, apart, distance } of inside)
            if (from + apart === node) longest[node] = Math.max(longest[node] ?? 0, (longest[from] ?? 0) + distance);
        expect(width).toBe(longest.at(-1));
      }),
    );
  });

  test('share what is left over between both sides of a lifeline', () => {
    const needs = new ColumnNeeds(1);
    needs.need(0, 2, 10);
    expect(needs.solve()).toEqual({ lifelines: [5], width: 10 });
  });
});

test('an element leans inward at the outermost lifelines', () => {
  expect(centred(4)).toEqual({ left: 1, right: 2 });
  const base = { left: 1, right: 1 };
  expect([0, 1, 2].map((participant) => lean(base, 9, participant, 3))).toEqual([
    { left: 1, right: 7 },
    { left: 4, right: 4 },
    { left: 7, right: 1 },
  ]);
});

describe('activations', () => {
  test('never fall below none', () => {
    const activations = new Activations(2);
    expect(activations.turn(1, -1)).toEqual({ participant: 1, depth: 0 });
    expect(activations.turn(1, 1)).toEqual({ participant: 1, depth: 1 });
  });

  test('are in each branch as they were at the start of the fragment, and their peaks are known of each frame', () => {
    const activations = new Activations(2);
    activations.turn(0, 1);
    activations.turn(0, 1);
    activations.turn(0, -1);
    const start = activations.enter();
    expect(activations.peak(0)).toBe(1);
    activations.turn(0, -1);
    activations.turn(1, 1);
    expect(activations.restore(start)).toEqual([
      { participant: 0, depth: 1 },
      { participant: 1, depth: 0 },
    ]);
    activations.leave(start);
    expect(activations.peaks).toEqual([2, 1]);
    activations.end(0);
    expect(activations.depth(0)).toBe(0);
  });
});
