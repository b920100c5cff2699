/**
 * A check of large projects, of 500 and 2,000 flows whose output is current: processor time and wall time per flow, without the
 * start of the process, and the peak of memory. Targets: at most 4 ms a flow, and 250 MB. `npm run bench` builds the program first.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { compileFlow } from '../src/compile.js';
import { lintFlow } from '../src/lint/index.js';
import { memoize } from '../src/source/index.js';
import type { Source } from '../src/source/index.js';
import { parseFlow } from '../src/syntax/index.js';
import { printTable, processorTime } from './measure.js';

const [FEW, MANY] = [500, 2000];
const TURNS = 3;
/** Milliseconds until the code is compiled well. */
const WARM = 2000;
const folder = mkdtempSync(join(tmpdir(), 'authflow-bench-'));
/** An installed package, as in CI: a working copy can't rely on its version, and renders everything again. */
const installed = join(folder, 'node_modules', 'authflow');
const program = join(installed, 'dist', 'main.js');
const usage = join(folder, 'usage.mjs');
const shipped = readdirSync('flows').filter((name) => /^[^_.].*\.yaml$/.test(name));

/** Milliseconds, and megabytes. */
interface Run {
  readonly processor: number;
  readonly wall: number;
  readonly memory: number;
}

function run(project: string, ...argv: string[]): Run {
  const start = performance.now();
  const report = join(folder, 'usage.json');
  const env = { ...process.env, AUTHFLOW_BENCH_USAGE: report };
  execFileSync(process.execPath, ['--import', usage, program, ...argv], {
    cwd: join(folder, project),
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wall = performance.now() - start;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(report, 'utf8')) as NodeJS.ResourceUsage;
  return { wall, processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
}

/** The shipped flows, repeated under other ids until there are enough, each in a separate file. */
function writeProject(size: number): string {
  const project = String(size);
  const flows = join(folder, project, 'flows');
  mkdirSync(flows, { recursive: true });
  cpSync('flows/shared', join(flows, 'shared'), { recursive: true });
  for (let index = 0; index < size; index += 1) {
    const text = readFileSync(`flows/${shipped[index % shipped.length] ?? ''}`, 'utf8');
    writeFileSync(join(flows, `flow-${index}.yaml`), text.replace(/^id: .*$/m, `id: flow-${index}`));
  }
  run(project, 'render');
  return project;
}

/** The least of some runs: other load on the machine only adds. */
function least(project: string): Run {
  const runs = Array.from({ length: TURNS }, () => run(project, 'check'));
  const of = (name: keyof Run): number => Math.min(...runs.map((one) => one[name]));
  return { processor: of('processor'), wall: of('wall'), memory: of('memory') };
}

writeFileSync(
  usage,
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.AUTHFLOW_BENCH_USAGE, JSON.stringify(process.resourceUsage())));
`,
);
for (const name of ['dist', 'flows', 'schema', 'templates', 'package.json'])
  cpSync(name, join(installed, name), { recursive: true });
symlinkSync(resolve('node_modules'), join(installed, 'node_modules'));
const [few, many] = [least(writeProject(FEW)), least(writeProject(MANY))];
rmSync(folder, { recursive: true });

const perFlow = (name: 'processor' | 'wall'): string => ((many[name] - few[name]) / (MANY - FEW)).toFixed(2);
printTable([
  ['check', 'processor, ms', 'wall, ms', 'memory, MB'],
  ...(
    [
      [FEW, few],
      [MANY, many],
    ] as const
  ).map(([size, { processor, wall, memory }]) => [
    `${size} flows`,
    processor.toFixed(0),
    wall.toFixed(0),
    memory.toFixed(0),
  ]),
  ['each flow', perFlow('processor'), perFlow('wall'), ''],
]);

/** Where the time of a flow goes, in this process and warm: each stage with those before it. */
const sources = shipped.map((name) => ({ path: `flows/${name}`, text: readFileSync(`flows/${name}`, 'utf8') }));
const readSource = memoize((path: string) => {
  const file = path.replace(/^shipped:(.*)$/, 'flows/$1.yaml');
  return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : null;
});
const compile = (source: Source) => compileFlow(source, { readSource });
const stages: Readonly<Record<string, (source: Source) => unknown>> = {
  'the package yaml': ({ text }) => parseDocument(text),
  'parsed as a flow': (source) => parseFlow(source),
  compiled: compile,
  'compiled and linted': (source) => {
    const { flow, sources: all } = compile(source);
    return flow && lintFlow(flow, { sources: all });
  },
};
console.log('');
printTable([
  ['each flow', 'processor, ms'],
  ...Object.entries(stages).map(([name, run]) => [
    name,
    (processorTime(() => sources.forEach(run), WARM) / sources.length).toFixed(2),
  ]),
]);
