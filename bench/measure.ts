/** Measures, for all benches. Only ratios within one run are meaningful, because machines and days differ. */

/** Milliseconds: the median of `runs`, after one that is not counted. */
export function medianTime(run: () => unknown, runs: number): number {
  run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return times[Math.floor(runs / 2)] ?? 0;
}

/**
 * Milliseconds of processor time per run, including garbage collection: the minimum of three rounds of at least `round`
 * milliseconds each. Other load on the machine hardly matters.
 */
export function processorTime(run: () => unknown, round = 300): number {
  run();
  const rounds = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    for (let runs = 1; ; runs += 1) {
      run();
      const { user, system } = process.cpuUsage(start);
      if (user + system >= round * 1000) return (user + system) / 1000 / runs;
    }
  });
  return Math.min(...rounds);
}

/** Columns are as wide as their widest cell; the first is left-aligned, the others right-aligned. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}
