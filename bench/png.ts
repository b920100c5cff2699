/**
 * PNGs, as commands from the start of the process to its end: our own renderer against the Mermaid renderer (one browser, Mermaid in
 * its page), for one picture and for all flows in light and dark; then the memory of our own at its highest, which must not grow with
 * the number of pictures. Target: a third of the Mermaid renderer's time. `npm run bench png -- --turns=1` takes each way once.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from './measure.js';
import { leastCosts, runNode } from './shared/commands.js';
import { shipped } from './shared/native.js';

const ONE = 'authorization-code-pkce';
const turns = Number(process.argv.find((word) => word.startsWith('--turns='))?.slice(8) ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'authflow-bench-'));
const out = join(folder, 'out');

const words = (files: readonly string[], theme: string, renderer: string): string[] => {
  rmSync(out, { recursive: true, force: true });
  return [
    'dist/main.js',
    'render',
    ...files,
    '--format',
    'png',
    '--theme',
    theme,
    '--renderer',
    renderer,
    '--out',
    out,
  ];
};
const draw = (files: readonly string[], theme: string, renderer: string): void => {
  runNode(...words(files, theme, renderer));
};
const all = shipped.map((id) => `flows/${id}.yaml`);
const one = [`flows/${ONE}.yaml`];

await compare(`one flow, cold`, one, 'light');
await compare(`${all.length * 2} pictures`, all, 'light,dark');
printTable([
  ['our own, at its highest', 'memory, MB'],
  ['1 picture', memoryOf(one, 'light')],
  [`${all.length * 2} pictures`, memoryOf(all, 'light,dark')],
  [`${all.length * 6} pictures`, memoryOf(threeOfEach(), 'light,dark')],
]);
rmSync(folder, { recursive: true });

async function compare(title: string, files: readonly string[], theme: string): Promise<void> {
  const costs = await leastCosts(
    { 'our own': () => draw(files, theme, 'native'), Mermaid: () => draw(files, theme, 'mermaid') },
    turns,
  );
  printTable([
    [title, 'wall, s', '×', 'processor, s', '×'],
    ...Object.entries(costs).map(([name, { wall, processor }]) => [
      name,
      wall.toFixed(2),
      (wall / costs['our own'].wall).toFixed(2),
      processor.toFixed(2),
      (processor / costs['our own'].processor).toFixed(2),
    ]),
  ]);
  console.log('');
}

/** In a copy of the project. */
function threeOfEach(): readonly string[] {
  const project = join(folder, 'project');
  cpSync('flows', join(project, 'flows'), { recursive: true });
  cpSync('authflow.config.yaml', join(project, 'authflow.config.yaml'));
  return shipped.flatMap((id) =>
    ['', '-2', '-3'].map((copy) => {
      const file = join(project, 'flows', `${id}${copy}.yaml`);
      writeFileSync(
        file,
        readFileSync(file.replace(`${copy}.yaml`, '.yaml'), 'utf8').replace(`id: ${id}`, `id: ${id}${copy}`),
      );
      return file;
    }),
  );
}

/** Of the whole process, as the system tells (`maxRSS`, in kB). */
function memoryOf(files: readonly string[], theme: string): string {
  const tell =
    'data:text/javascript,process.on("exit", () => console.error("memory " + process.resourceUsage().maxRSS))';
  const { status, stderr } = spawnSync(process.execPath, ['--import', tell, ...words(files, theme, 'native')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return (Number(/^memory (\d+)$/m.exec(stderr)?.[1]) / 1024).toFixed(0);
}
