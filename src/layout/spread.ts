/** Spreads columns: what elements need between two nodes is given to the narrowest gaps between them. */

/** Distances that are needed between nodes, numbered from the left. Of two between the same nodes, the larger one counts. */
export class Distances {
  readonly #needs = new Map<number, Map<number, number>>();

  /** `from` is left of `to`. */
  need(from: number, to: number, distance: number): void {
    const after = this.#needs.get(from) ?? new Map<number, number>();
    this.#needs.set(from, after);
    after.set(to, Math.max(after.get(to) ?? 0, distance));
  }

  /** Those over few gaps first. */
  inOrder(): readonly (readonly [from: number, to: number, distance: number])[] {
    const all = [...this.#needs].flatMap(([from, after]) =>
      [...after].map(([to, distance]) => [from, to, distance] as const),
    );
    return all.sort((one, other) => one[1] - one[0] - (other[1] - other[0]) || one[0] - other[0]);
  }
}

/**
 * Widens gaps until all distances are kept. `gaps[i]` is between the nodes i and i + 1, and is never narrowed.
 *
 * @param asked from {@link Distances.inOrder}
 */
export function spread(gaps: readonly number[], asked: readonly (readonly [number, number, number])[]): number[] {
  const wide = [...gaps];
  for (const [from, to, distance] of asked) {
    let there = 0;
    for (let gap = from; gap < to; gap += 1) there += wide[gap] ?? 0;
    if (distance > there) raise(wide, from, to, distance - there);
  }
  return wide;
}

/** Raises the lowest of the gaps from `from` to before `to` until they equal the next one, and so on (water filling). */
function raise(wide: number[], from: number, to: number, lack: number): void {
  const order = Array.from({ length: to - from }, (_, index) => from + index).sort(
    (one, other) => (wide[one] ?? 0) - (wide[other] ?? 0),
  );
  let rest = lack;
  for (let count = 1; count <= order.length && rest > 0; count += 1) {
    const level = wide[order[count - 1] ?? 0] ?? 0;
    const next = count < order.length ? (wide[order[count] ?? 0] ?? 0) : Infinity;
    const step = Math.min(next - level, rest / count);
    for (const gap of order.slice(0, count)) wide[gap] = level + step;
    rest -= step * count;
  }
}
