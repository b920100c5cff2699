/**
 * A check of 50 flows with their texts, SVG and PNG, and of 200 embedded blocks, against a bare process that only parses the same
 * flows' YAML. Each is measured from the start of its process to its end. Target: at most 3, of the texts and blocks alone.
 * `npm run bench` builds the program first.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printTable } from './measure.js';

const FLOWS = 50;
const TURNS = 8;
const folder = mkdtempSync(join(tmpdir(), 'authflow-bench-'));
/** An installed package, as in CI: a working copy can't rely on its version, and renders everything again. */
const installed = join(folder, 'node_modules', 'authflow');
const program = join(installed, 'dist', 'main.js');

const run = (...argv: string[]): void =>
  void execFileSync(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });

/** The shipped flows, repeated under other ids until there are enough, each in a separate file. */
function writeFlows(): readonly string[] {
  const shipped = readdirSync('flows').filter((name) => /^[^_.].*\.yaml$/.test(name));
  return Array.from({ length: FLOWS }, (_, index) => {
    const name = shipped[index % shipped.length] ?? '';
    const id = `flow-${index}`;
    writeFileSync(
      join(folder, 'flows', `${id}.yaml`),
      readFileSync(`flows/${name}`, 'utf8').replace(/^id: .*$/m, `id: ${id}`),
    );
    return id;
  });
}

/** Four blocks per flow, ten flows per document. */
function writeDocuments(ids: readonly string[]): void {
  for (let start = 0; start < ids.length; start += 10) {
    const blocks = ids
      .slice(start, start + 10)
      .flatMap((id) => [
        `## ${id}`,
        ...['', ' format=text', ' format=alt', ' picture'].flatMap((words) => [
          `[//]: # "authflow:begin ../flows/${id}.yaml${words}"`,
          '[//]: # "authflow:end"',
        ]),
      ]);
    writeFileSync(join(folder, 'docs', `${start}.md`), `${blocks.join('\n\n')}\n`);
  }
}

for (const name of ['dist', 'flows', 'fonts', 'schema', 'templates', 'package.json'])
  cpSync(name, join(installed, name), { recursive: true });
symlinkSync(resolve('node_modules'), join(installed, 'node_modules'));
mkdirSync(join(folder, 'flows'));
mkdirSync(join(folder, 'docs'));
writeDocuments(writeFlows());
for (const name of readdirSync('flows').filter((file) => /^_|^shared$/.test(file)))
  execFileSync('cp', ['-r', `flows/${name}`, join(folder, 'flows')]);
writeFileSync(join(folder, 'authflow.config.yaml'), 'docs: [docs]\n');
const yaml = import.meta.resolve('yaml');
writeFileSync(
  join(folder, 'parse.mjs'),
  `import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from ${JSON.stringify(yaml)};
for (const name of readdirSync('flows')) if (/^[^_]*yaml$/.test(name)) parseDocument(readFileSync('flows/' + name, 'utf8'));
`,
);
run(program, 'render');
run(program, 'render', '--format', 'svg,png');
run(program, 'embed');

const bare = 'parse the YAML, bare process';
const ways: Readonly<Record<string, () => void>> = {
  [bare]: () => run('parse.mjs'),
  'authflow check': () => run(program, 'check'),
  'the same from a working copy': () => run(resolve('dist/main.js'), 'check'),
};

const least = new Map<string, number>();
// In turns, and the minimum of each: other load on the machine only adds time.
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [name, work] of Object.entries(ways)) {
    const start = performance.now();
    work();
    least.set(name, Math.min(least.get(name) ?? Infinity, performance.now() - start));
  }
}
rmSync(folder, { recursive: true });

const unit = least.get(bare) ?? NaN;
printTable([
  [`${FLOWS} flows`, 'ms', '× bare'],
  ...[...least].map(([name, time]) => [name, time.toFixed(0), (time / unit).toFixed(2)]),
]);
