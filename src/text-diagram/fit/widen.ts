/** Spends the columns that are left where they lower the cost the most: grows gaps greedily, then exchanges cells between two. */
import type { Demand } from './demands.js';
import { Room, type Gaps, type Ground } from './room.js';
import type { Spot } from './texts.js';

/** Cells that one step adds at most. Texts gain by whole rows: a row less may take some more cells at once. */
const furthest = 30;

/** Gaps that grow together: one, or the two beside a lifeline, where something stands over it. */
const movesFor = (gaps: Gaps): readonly (readonly number[])[] => [
  ...gaps.map((_, gap) => [gap]),
  ...gaps.slice(1).map((_, gap) => [gap, gap + 1]),
];

const sumOf = (gaps: Gaps): number => gaps.reduce((sum, gap) => sum + gap, 0);

/** Costs that differ by less are the same. */
const tooLittle = 0.05;

/** Which gaps a text's room depends on. */
const dependsOn = ({ first, last }: Spot, gap: number): boolean => gap >= first && gap <= last + 1;

export class Widening {
  constructor(
    readonly demands: readonly Demand[],
    readonly ground: Ground,
  ) {}

  /** `least`, with at most `spare` cells more in all. */
  widen(least: Gaps, spare: number): Gaps {
    const most = sumOf(least) + spare;
    let gaps = this.#grow(least, most);
    for (;;) {
      const exchanged = this.#exchange(gaps, least, most);
      if (exchanged === null) return gaps;
      gaps = this.#grow(exchanged, most);
    }
  }

  /** Step by step, the one first that gains the most a cell. */
  #grow(gaps: Gaps, most: number): Gaps {
    const spare = most - sumOf(gaps);
    const best = movesFor(gaps)
      .map((move) => this.#best(gaps, move, spare))
      .reduce((one, other) => (other.rate > one.rate ? other : one));
    return best.rate <= 0 ? gaps : this.#grow(best.gaps, most);
  }

  /** Early steps can turn out to be worth less than what others could do with their cells. Null where none gains. */
  #exchange(gaps: Gaps, least: Gaps, most: number): Gaps | null {
    const spare = most - sumOf(gaps);
    let best: Gaps | null = null;
    let highest = tooLittle;
    for (const [giver, cells] of gaps.entries())
      for (let given = 1; given <= Math.min(furthest / 3, cells - (least[giver] ?? 0)); given += 1)
        for (const taker of gaps.keys()) {
          if (taker === giver) continue;
          const exchanged = gaps.map((gap, index) =>
            index === giver ? gap - given : index === taker ? gap + given + spare : gap,
          );
          const touched = this.demands.filter(({ spot }) => dependsOn(spot, giver) || dependsOn(spot, taker));
          const gain = this.#total(touched, gaps) - this.#total(touched, exchanged);
          if (gain > highest) [best, highest] = [exchanged, gain];
        }
    return best;
  }

  /** The step along a move that gains the most a cell. */
  #best(gaps: Gaps, move: readonly number[], spare: number): { rate: number; gaps: Gaps; cells: number } {
    const touched = this.demands.filter(({ spot }) => move.some((gap) => dependsOn(spot, gap)));
    const before = this.#total(touched, gaps);
    let best = { rate: 0, gaps, cells: 0 };
    if (before === 0) return best;
    for (let step = 1; step <= furthest && step * move.length <= spare; step += 1) {
      const wider = gaps.map((gap, index) => gap + (move.includes(index) ? step : 0));
      const cells = step * move.length;
      const rate = (before - this.#total(touched, wider)) / cells;
      if (rate > best.rate) best = { rate, gaps: wider, cells };
    }
    return best;
  }

  #total(demands: readonly Demand[], gaps: Gaps): number {
    const room = new Room(this.ground, gaps);
    return demands.reduce((sum, demand) => sum + demand.cost(room.of(demand.spot)), 0);
  }
}
