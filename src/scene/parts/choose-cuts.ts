/** Chooses where a picture is cut into parts: few, at good places, of about the same height. */

export interface Cuttable {
  /** Of the whole picture, in px: how far down each atom reaches. */
  readonly bottoms: readonly number[];
  /** The cost of a cut before each atom. */
  readonly costs: readonly number[];
  /** What each part has beside its atoms: heads and the end. */
  readonly extra: number;
  /** The greatest height of a part. */
  readonly room: number;
  /** The height of the atoms from `first` up to, and without, `end` as a part; about as far as they reach. */
  readonly measure: (first: number, end: number) => number;
}

/** The atoms that parts begin with, from 0. An atom that is too high is a part of its own. */
export function chooseCuts({ bottoms, costs, extra, room, measure }: Cuttable): readonly number[] {
  const count = bottoms.length;
  const exact = new Map<string, number>();
  // Where parts that begin with an atom must end, because longer ones proved too high.
  const limits = new Map<number, number>();
  const heightOf = (first: number, end: number): number =>
    exact.get(`${first} ${end}`) ?? (bottoms[end - 1] ?? 0) - (first === 0 ? 0 : (bottoms[first - 1] ?? 0)) + extra;
  const fits = (first: number, end: number): boolean =>
    end === first + 1 || (end < (limits.get(first) ?? Infinity) && heightOf(first, end) <= room);
  for (;;) {
    const starts = best({ count, costs, heightOf, fits });
    const measured = starts.map((first, index) => ({ first, end: starts[index + 1] ?? count }));
    for (const { first, end } of measured) {
      const key = `${first} ${end}`;
      exact.set(key, exact.get(key) ?? measure(first, end));
      if (!fits(first, end)) limits.set(first, end);
    }
    if (measured.every(({ first, end }) => fits(first, end))) return starts;
  }
}

interface Choice {
  readonly count: number;
  readonly costs: readonly number[];
  readonly heightOf: (first: number, end: number) => number;
  /** If an end fits, so do all before it. */
  readonly fits: (first: number, end: number) => boolean;
}

/** What ends before an atom, with this many parts: what it costs, and where its last part begins. */
interface Way {
  readonly cost: number;
  readonly first: number;
}

/** How much a part that is empty, or twice as high as the others, costs. */
const UNEVEN = 3;

function best({ count, costs, heightOf, fits }: Choice): readonly number[] {
  const parts = fewest(count, fits);
  const share = heightOf(0, count) / parts;
  let ways: ReadonlyMap<number, Way> = new Map([[0, { cost: 0, first: 0 }]]);
  const rounds: ReadonlyMap<number, Way>[] = [];
  for (let round = 0; round < parts; round += 1) {
    const next = new Map<number, Way>();
    for (const [first, { cost }] of ways) {
      for (let end = first + 1; end <= count && fits(first, end); end += 1) {
        const uneven = (heightOf(first, end) - share) / share;
        const total = cost + (costs[first] ?? 0) * (first === 0 ? 0 : 1) + UNEVEN * uneven * uneven;
        if (total < (next.get(end)?.cost ?? Infinity)) next.set(end, { cost: total, first });
      }
    }
    rounds.push(next);
    ways = next;
  }
  const starts: number[] = [];
  let end = count;
  for (const round of rounds.toReversed()) {
    const { first } = round.get(end) ?? { first: 0 };
    starts.unshift(first);
    end = first;
  }
  return starts;
}

function fewest(count: number, fits: Choice['fits']): number {
  const parts = [0];
  for (let end = 1; end <= count; end += 1) {
    let least = Infinity;
    for (let first = end - 1; first >= 0 && fits(first, end); first -= 1)
      least = Math.min(least, (parts[first] ?? 0) + 1);
    parts.push(least);
  }
  return parts[count] ?? 1;
}
