/** Distributes spare columns where they reduce the cost the most. */
import type { Demand } from './demands.js';
import { Room, type Gaps, type Ground } from './room.js';
import type { Spot } from './texts.js';

/** The maximum number of cells that one step adds. Saving a row may take several cells at once. */
const furthest = 30;

/** Gaps that grow together: a single one, or the two beside a lifeline, for texts over it. */
const movesFor = (gaps: Gaps): readonly (readonly number[])[] => [
  ...gaps.map((_, gap) => [gap]),
  ...gaps.slice(1).map((_, gap) => [gap, gap + 1]),
];

/** Whether a text's room depends on a gap. */
const dependsOn = ({ first, last }: Spot, gap: number): boolean => gap >= first && gap <= last + 1;

export class Widening {
  constructor(
    readonly demands: readonly Demand[],
    readonly ground: Ground,
  ) {}

  /** `gaps`, with at most `spare` more cells in total. */
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
