/** Where the participants of a picture stand. */
import type { DrawnShape, Picture } from './drawn.js';

export interface Column {
  readonly id: string;
  readonly x: number;
  /** From top to bottom. */
  readonly pieces: readonly { readonly top: number; readonly bottom: number }[];
  readonly heads: readonly DrawnShape[];
  readonly bars: readonly DrawnShape[];
  /** Where it was destroyed. */
  readonly ends: readonly DrawnShape[];
}

/** By id; or what keeps the columns from being found. */
export function findColumns(picture: Picture, ids: readonly string[]): ReadonlyMap<string, Column> | readonly string[] {
  const columns = new Map<string, Column>();
  const faults: string[] = [];
  for (const id of ids) {
    const own = (...roles: readonly string[]): readonly DrawnShape[] =>
      picture
        .withRole(...roles)
        .filter(({ item }) => item.participant === id)
        .sort((one, other) => one.box.top - other.box.top);
    const lines = own('lifeline');
    const xs = [...new Set(lines.flatMap(({ item }) => (item.kind === 'line' ? [item.x1, item.x2] : [])))];
    const [x] = xs;
    if (x === undefined) faults.push(`${id} has no lifeline`);
    else if (xs.length > 1) faults.push(`the lifeline of ${id} is at ${xs.join(' and ')}`);
    else {
      const pieces = lines.map(({ box: { top, bottom } }) => ({ top: top + 0.5, bottom: bottom - 0.5 }));
      const heads = own('head').filter(({ item }) => item.kind === 'rect');
      columns.set(id, { id, x, pieces, heads, bars: own('bar'), ends: own('end') });
    }
  }
  return faults.length > 0 ? faults : columns;
}
