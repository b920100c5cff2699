/** `render --watch` as a process of its own. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { flow, tempWorld } from './temp-world.js';

it.skipIf(process.platform === 'win32')('watches real files until a signal ends it', { timeout: 60_000 }, async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'render', '--watch'], { cwd: world.cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const until = async (text: string) => {
    while (!told.includes(text)) await sleep(20);
    told = told.slice(told.indexOf(text) + text.length);
  };
  await until('watching 1 file; press Ctrl-C to stop');
  world.write('flows/a.yaml', flow('a', 'Changed'));
  await until('flows/a.yaml → out/a.mmd');
  await until('0 unchanged');
  world.write('flows/new/b.yaml', flow('b'));
  await until('flows/new/b.yaml → out/b.mmd');
  await until('0 unchanged');
  rmSync(world.path('flows/a.yaml'));
  await until('changed: flows/a.yaml');
  world.write('flows/a.yaml', flow('a', 'Back'));
  await until('flows/a.yaml → out/a.mmd');
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(world.read('out/a.mmd')).toContain('Back');
  expect(readdirSync(world.path('out')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
