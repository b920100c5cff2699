/** The work for a text grows with its length, not with the square of it: for each kind of hostile text, wherever it may stand. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkCounter, type Work, type WorkCounter } from './count-work.js';
import { hostilePlaces } from './places.js';
import { runs } from '../runs.js';
import { hostileTexts, type MakeText } from './texts.js';

/** So short that a minute is enough for all, and so long that the square of it stands out. */
const SIZE = 100;

/** Where a suspect is tried again: beyond the limits of what is read in short texts only. */
const FAR = 600;

/** Of a text that is twice as long. */
const MOST_GROWTH = 2.5;

/** What is done less often per character is no matter, however it grows. */
const FEW = 10;

let counter: WorkCounter;
beforeAll(async () => {
  counter = await openWorkCounter();
});
afterAll(() => counter.close());

/** Lines that go on without the mark of their quote or list: the parser copies those before. authflow reads a thousand of them. */
const LIMITED = 'node_modules/micromark/dev/lib/initialize/document.js';

/** What grows too fast from one run to another with a text twice as long. */
const growing = (small: Work, large: Work, size: number): readonly string[] =>
  [...large]
    .filter(([what]) => !what.includes(LIMITED))
    .filter(([what, amount]) => amount > FEW * size && amount > MOST_GROWTH * (small.get(what) ?? 0))
    .map(([what]) => what);

/**
 * Every kind in every place takes minutes. One run tries half of the kinds, each in one place; another SEED shifts them, and
 * RUNS=10 tries all.
 */
const { seed = 1 } = fc.readConfigureGlobal();
const kindsFor = (place: number): readonly (readonly [string, MakeText])[] =>
  Object.entries(hostileTexts).filter(
    (_, kind) => (kind + 2 * place + seed) % (2 * Object.keys(hostilePlaces).length) < runs(1),
  );

describe.each(Object.entries(hostilePlaces).map(([name, run], index) => ({ name, run, index })))(
  '$name',
  ({ run, index }) => {
    it.each(kindsFor(index))('%s', async (_, make) => {
      const workOf = (size: number): Promise<Work> => counter.count(() => run(make(size)));
      const suspects = growing(await workOf(SIZE), await workOf(2 * SIZE), 2 * SIZE);
      if (suspects.length === 0) return;
      // A limit stops growth, and a text that begins to need two lines is a step: what still grows far beyond, twice, is a fault.
      const [large, larger] = [await workOf(FAR), await workOf(2 * FAR)];
      const still = growing(large, larger, 2 * FAR).filter((what) => suspects.includes(what));
      if (still.length === 0) return;
      const largest = await workOf(4 * FAR);
      const faults = growing(larger, largest, 4 * FAR).filter((what) => still.includes(what));
      expect(faults.map((what) => `${what}: ${larger.get(what) ?? 0}, ${largest.get(what) ?? 0}`)).toEqual([]);
    });
  },
);
