/**
 * Computes the column of each lifeline. Every element gives a minimum distance between two lifelines; one pass from left to right
 * satisfies all of them, and the result is as narrow as possible.
 */

export interface Columns {
  /** The column of each lifeline, from 0. */
  readonly lifelines: readonly number[];
  /** The width of the diagram. */
  readonly width: number;
}

/** Distances between nodes, in whole units: the left edge is node 0, the lifelines are 1 to n, the right edge is n + 1. */
export class ColumnNeeds {
  readonly #needs: readonly Map<number, number>[];

  constructor(lifelines: number) {
    this.#needs = Array.from({ length: lifelines + 2 }, () => new Map<number, number>());
  }

  /** The right edge's node. */
  get edge(): number {
    return this.#needs.length - 1;
  }

  /** `from` is left of `to`. Neighbours need a distance, even if it is 0, which keeps all nodes between the edges. */
  need(from: number, to: number, distance: number): void {
    const before = this.#needs[to];
    before?.set(from, Math.max(before.get(from) ?? 0, distance));
  }

  solve(): Columns {
    const leftmost: number[] = [];
    for (const [node, before] of this.#needs.entries()) {
      let column = 0;
      for (const [from, distance] of before) column = Math.max(column, (leftmost[from] ?? 0) + distance);
      leftmost[node] = column;
    }
    const width = leftmost[this.edge] ?? 0;
    const rightmost: number[] = leftmost.map(() => width);
    for (let node = this.edge; node > 0; node -= 1)
      for (const [from, distance] of this.#needs[node] ?? [])
        rightmost[from] = Math.min(rightmost[from] ?? width, (rightmost[node] ?? width) - distance);
    // Both satisfy every need, so their mean does too. It shares spare room between the two sides of a lifeline.
    const means = leftmost.map((column, node) => Math.floor((column + (rightmost[node] ?? column)) / 2));
    return { lifelines: means.slice(1, this.edge), width };
  }
}
