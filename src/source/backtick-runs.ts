/** The runs of backticks of a text, by length: a code span ends at the next run as long as the one that begins it (CommonMark §6.1). */
export class BacktickRuns {
  /** The starts of the runs of each length, in order, and the index of the first that may close a span. */
  readonly #runs = new Map<number, { readonly starts: number[]; next: number }>();
  readonly #lengths = new Map<number, number>();

  constructor(text: string) {
    for (const { index, 0: run } of text.matchAll(/`+/g)) {
      const runs = this.#runs.get(run.length) ?? { starts: [], next: 0 };
      this.#runs.set(run.length, runs);
      runs.starts.push(index);
      this.#lengths.set(index, run.length);
    }
  }

  /** The end of the span that begins with the run at `start`; null where no run closes it. Asked for from left to right. */
  closing(start: number): number | null {
    const length = this.#lengths.get(start) ?? 0;
    const runs = this.#runs.get(length);
    if (!runs) return null;
    while ((runs.starts[runs.next] ?? Infinity) <= start) runs.next += 1;
    const end = runs.starts[runs.next];
    return end === undefined ? null : end + length;
  }
}
