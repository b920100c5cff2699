/** Spends the columns that are left where they lower the cost the most. */
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

/** Which gaps a text's room depends on. */
const dependsOn = ({ first, last }: Spot, gap: number): boolean => gap >= first && gap <= last + 1;

export class Widening {
  constructor(
    readonly demands: readonly Demand[],
    readonly ground: Ground,
  ) {}

  /** `gaps`, with at most `spare` cells more in all. */
  widen(gaps: Gaps, spare: number): Gaps {
    const best = movesFor(gaps)
      .map((move) => this.#best(gaps, move, spare))
      .reduce((one, other) => (other.rate > one.rate ? other : one));
    return best.rate <= 0 ? gaps : this.widen(best.gaps, spare - best.cells);
  }

  /** The widening along a move that saves the most rows per added column. */
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
