/** Groups texts that share their room, and computes their total cost for any room. */
import type { Lines } from '../../model/index.js';
import type { Candidate, Forms } from './forms.js';
import type { Spot } from './texts.js';

/** Texts that always have the same room, except for the space of their numbers. */
export class Demand {
  readonly #texts = new Map<string, { readonly text: Candidate; count: number }>();
  readonly #costs = new Map<number, number>();

  constructor(
    readonly spot: Spot,
    readonly forms: Forms,
  ) {}

  add(lines: Lines, spot: Spot): void {
    const key = `${spot.taken} ${lines.join('\n')}`;
    const known = this.#texts.get(key);
    if (known) known.count += 1;
    else this.#texts.set(key, { text: this.forms.candidate(lines, spot), count: 1 });
  }

  /** The cost of all texts in their best forms; computed once per room. */
  cost(room: number): number {
    const known = this.#costs.get(room);
    if (known !== undefined) return known;
    let cost = 0;
    for (const { text, count } of this.#texts.values())
      cost += count * this.forms.best(text, room - text.spot.taken).cost;
    this.#costs.set(room, cost);
    return cost;
  }
}

/** Groups texts that share their room. */
export class Demands {
  readonly #all = new Map<string, Demand>();

  constructor(readonly forms: Forms) {}

  add(lines: Lines, spot: Spot): void {
    const { kind, first, last, creates, frames } = spot;
    const key = [kind, first, last, creates, frames.left, frames.right].join(' ');
    const demand = this.#all.get(key) ?? new Demand({ ...spot, taken: 0 }, this.forms);
    this.#all.set(key, demand);
    demand.add(lines, spot);
  }

  get all(): readonly Demand[] {
    return [...this.#all.values()];
  }
}
