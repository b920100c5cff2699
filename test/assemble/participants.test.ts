/** Participants and their boxes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowOf } from '../compile.js';

const flow = (participants: string, more = '') =>
  flowOf(`id: flow\ntitle: Flow\n${more}\nparticipants: { ${participants} }\nsteps: []`);

test('a label is the author’s, else the id; a user is an actor unless the author says otherwise', () => {
  const { participants } = flow('A: Alice, B: , C: { kind: user }, D: { kind: user, shape: database }');
  expect(participants.map(({ label, kind, shape }) => [label.plain, kind, shape])).toEqual([
    ['Alice', 'other', 'participant'],
    ['B', 'other', 'participant'],
    ['C', 'user', 'actor'],
    ['D', 'user', 'database'],
  ]);
});

describe('boxes', () => {
  const boxed = (inside: readonly (string | null)[]) =>
    flow(
      inside.map((box, index) => `P${index}: { ${box === null ? '' : `box: ${box}`} }`).join(', '),
      'boxes: { a: Box A, b: { title: Box B, zone: user } }',
    ).boxes;

  test('are runs of neighbours', () => {
    expect(boxed(['a', 'a', null, 'b', 'a']).map(({ id, first, last }) => [id, first, last])).toEqual([
      ['a', 0, 1],
      ['b', 3, 3],
      ['a', 4, 4],
    ]);
  });

  test('hold every participant that names one, and only those, in runs as long as can be', () => {
    const inside = fc.array(fc.constantFrom('a', 'b', null), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(inside, (wanted) => {
        const runs = boxed(wanted);
        const found = wanted.map(
          (_, index) => runs.find(({ first, last }) => first <= index && index <= last)?.id ?? null,
        );
        expect(found).toEqual(wanted);
        for (const [index, run] of runs.entries()) {
          const next = runs[index + 1];
          expect(next?.id === run.id && next.first === run.last + 1).toBe(false);
        }
      }),
    );
  });
});
