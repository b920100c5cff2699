/** Our own pictures in this process, warm: the time of one, how the cost of a message grows, and memory. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { posix } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compileFlow } from '../../src/compile.js';
import { toScene, toSvg } from '../../src/picture/index.js';
import type { Flow } from '../../src/model/index.js';
import type { Source } from '../../src/source/index.js';
import { printSvg } from '../../src/svg/index.js';
import { medianTime, printTable, processorTime } from '../measure.js';
import { flowOf } from './growth-flow.js';

const [FEW, MANY] = [500, 5000];
const PICTURES = 1000;

function compile(source: Source): Flow {
  const readSource = (path: string) =>
    existsSync(path) ? { path, text: readFileSync(posix.normalize(path), 'utf8') } : null;
  const { flow, diagnostics } = compileFlow(source, { readSource });
  if (!flow) throw new Error(diagnostics[0]?.message);
  return flow;
}

export const shipped = readdirSync('flows')
  .filter((name) => /^[^_.].*\.yaml$/.test(name))
  .map((name) => name.replace('.yaml', ''));

const flowAt = (id: string): Flow => {
  const path = `flows/${id}.yaml`;
  return compile({ path, text: readFileSync(path, 'utf8') });
};

/** Target: at most 12 ms from a flow to its SVG on a quiet machine. */
export function measureOne(id: string): void {
  const flow = flowAt(id);
  const scene = toScene(flow);
  for (let run = 0; run < 200; run += 1) toSvg(flow);
  const ways: Readonly<Record<string, () => unknown>> = {
    'flow to scene': () => toScene(flow),
    'scene to SVG': () => printSvg(scene, { idPrefix: '' }),
    'flow to SVG': () => toSvg(flow),
  };
  printTable([
    [`${id}, warm`, 'wall, ms', 'processor, ms'],
    ...Object.entries(ways).map(([name, run]) => [
      name,
      medianTime(run, 101).toFixed(1),
      processorTime(run, 1000).toFixed(1),
    ]),
  ]);
}

/** Target: at most 1.3. */
export function measureGrowth(): void {
  const [few, many] = [FEW, MANY].map((messages) => {
    const flow = compile(flowOf(messages));
    return (processorTime(() => toSvg(flow), 2000) / messages) * 1000;
  }) as [number, number];
  printTable([
    ['flow to SVG, µs of processor time per message, of', `${FEW}`, `${MANY}`, 'ratio'],
    ['', few.toFixed(0), many.toFixed(0), (many / few).toFixed(2)],
  ]);
}

/** Target: flat. After collection. */
export function measureMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const flows = shipped.map(flowAt);
  const rows = [];
  for (let drawn = 0; drawn <= PICTURES; drawn += 1) {
    if (drawn > 0 && drawn % (PICTURES / 5) === 0) {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      rows.push([`${drawn}`, ...[heapUsed, external].map((bytes) => (bytes / 2 ** 20).toFixed(1))]);
    }
    toSvg(flows[drawn % flows.length]!);
  }
  printTable([['pictures', 'heap, MB', 'buffers, MB'], ...rows]);
}
