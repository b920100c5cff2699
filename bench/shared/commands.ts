/** Measures commands as a user experiences them: from the start of the process to its end. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Seconds. */
export interface Cost {
  readonly wall: number;
  /** Of the process and all that it started and waited for, browsers included; NaN where the system does not tell. */
  readonly processor: number;
}

export async function costOf(work: () => unknown): Promise<Cost> {
  const [start, used] = [performance.now(), childrenUsed()];
  await work();
  return { wall: (performance.now() - start) / 1000, processor: childrenUsed() - used };
}

/** Fields 16 and 17 of /proc/self/stat (proc_pid_stat(5)), in ticks of a hundredth of a second. */
function childrenUsed(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return NaN;
  }
}

export const runNode = (...argv: string[]): void => void execFileSync(process.execPath, argv, { stdio: 'ignore' });

/** The least of each: other load on the machine only adds. In turns, so that it affects all ways alike. */
export async function leastCosts<Name extends string>(
  ways: Readonly<Record<Name, () => unknown>>,
  turns: number,
): Promise<Readonly<Record<Name, Cost>>> {
  const costs = new Map<string, Cost>();
  for (let turn = 0; turn < turns; turn += 1)
    for (const [name, work] of Object.entries<() => unknown>(ways)) {
      const { wall, processor } = await costOf(work);
      const known = costs.get(name);
      costs.set(name, {
        wall: Math.min(wall, known?.wall ?? Infinity),
        processor: Math.min(processor, known?.processor ?? Infinity),
      });
    }
  return Object.fromEntries(costs) as Record<Name, Cost>;
}
