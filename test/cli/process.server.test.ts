/** The bundled command as a process of its own: `npm test` builds it first. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { testWith } from '../needs.js';
import { flow, tempWorld } from './temp-world.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

function run(cwd: string, argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], { cwd, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it.each([['--version'], ['-V']])('answers %s', (option) => {
  expect(run('.', [option])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

it('ends with the code of what went wrong', () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  expect(run(world.cwd, ['rendr']).status).toBe(2);
  expect(run(world.cwd, []).status).toBe(2);
  expect(run(world.cwd, ['render', 'gone.yaml'])).toMatchObject({
    status: 3,
    stdout: '',
    stderr: 'gone.yaml: error: no such file [readable-files]\n1 error in 1 file\n',
  });
  expect(run(world.cwd, ['check']).status).toBe(1);
  expect(run(world.cwd, ['render']).status).toBe(0);
  expect(run(world.cwd, ['check']).status).toBe(0);
});

it('reads a pipe and writes one', () => {
  const { status, stdout, stderr } = run('.', ['render', '-', '--format', 'mermaid', '-o', '-'], flow('a'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^sequenceDiagram\n/);
});

it('finds the shipped flows from anywhere', () => {
  const world = tempWorld();
  const { status, stdout } = run(world.cwd, ['show', 'client-credentials']);
  expect(status).toBe(0);
  expect(stdout).toContain('POST /token');
});

it('reports what is not UTF-8', () => {
  const world = tempWorld();
  world.write('a.yaml', Buffer.from('id: caf\xe9', 'latin1'));
  expect(run(world.cwd, ['render', 'a.yaml'])).toMatchObject({
    status: 1,
    stderr:
      'a.yaml: error: is not UTF-8 text [utf-8-text]\n        save it with the encoding UTF-8\n1 error in 1 file\n',
  });
});

testWith('sh')('ends quietly when the reader of a pipe goes away', () => {
  const command = `"${process.execPath}" "${main}" schema | head -c 10`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(stdout).toHaveLength(10);
  expect(stderr).toBe('');
});

it('leaves whole files, old or new, when it is killed', async () => {
  const world = tempWorld();
  const ids = Array.from({ length: 40 }, (_, index) => `flow-${index}`);
  const writeFlows = (word: string) => ids.forEach((id) => world.write(`flows/${id}.yaml`, flow(id, word)));
  const outputs = () => new Map(ids.map((id) => [id, world.read(`out/${id}.mmd`)]));
  writeFlows('old');
  expect(run(world.cwd, ['render']).status).toBe(0);
  const old = outputs();
  writeFlows('new');
  expect(run(world.cwd, ['render', '--out', 'other']).status).toBe(0);
  const renewed = new Map(ids.map((id) => [id, world.read(`other/${id}.mmd`)]));

  let [killed, random] = [0, 1];
  for (let round = 0; round < 12; round += 1) {
    // Numerical Recipes' generator: seeded moments.
    random = (random * 1664525 + 1013904223) % 2 ** 32;
    const child = spawn(process.execPath, [main, 'render'], { cwd: world.cwd, stdio: 'ignore' });
    await sleep(100 + (random / 2 ** 32) * 400);
    if (child.kill('SIGKILL')) killed += 1;
    await new Promise((resolve) =>
      (child.exitCode ?? child.signalCode) !== null ? resolve(null) : child.on('exit', resolve),
    );
    for (const [id, content] of outputs()) expect([old.get(id), renewed.get(id)]).toContain(content);
  }
  expect(killed).toBeGreaterThan(0);
  expect(run(world.cwd, ['render']).status).toBe(0);
  expect(outputs()).toEqual(renewed);
  expect(existsSync(world.path('out')) && readdirSync(world.path('out')).length).toBeGreaterThanOrEqual(80);
});

it('checks, lints and embeds with neither Mermaid nor a browser installed', () => {
  const world = tempWorld();
  const without = `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`export function resolve(name, context, next) {
  if (/mermaid|puppeteer|chromium|subset-font|noto/.test(name) && !name.startsWith('.') && !name.startsWith('file:'))
    throw new Error('loaded ' + name);
  return next(name, context);
}\`));`)}`;
  const bare = (...argv: string[]) =>
    spawnSync(process.execPath, ['--import', without, main, ...argv], { cwd: world.cwd, encoding: 'utf8' });
  world.write('flows/a.yaml', flow('a'));
  world.write('docs/a.md', '[//]: # "authflow:begin ../flows/a.yaml picture"\n\n[//]: # "authflow:end"\n');
  expect(bare('render')).toMatchObject({ status: 0 });
  expect(bare('embed', 'docs')).toMatchObject({ status: 0 });
  world.write('out/a.svg', readFileSync(new URL('../../out/client-credentials.svg', import.meta.url)));
  const { status, stderr } = bare('check');
  expect(status).toBe(1);
  expect(stderr).toContain('out/a.svg: error: was drawn from');
  expect(bare('lint')).toMatchObject({ status: 0 });
  // What is refused would be seen.
  expect(bare('render', '--format', 'svg', '--renderer', 'mermaid').stderr).toMatch(
    /loaded (puppeteer|@mermaid-js\/mermaid-cli)/,
  );
});
