/** Ctrl-C in the middle of many pictures, in the real command. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { testWith } from '../needs.js';

/** The processes below one, by `ps`; zombies are over. */
function descendantsOf(pid: number): readonly number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  const rows = table.map((line) => line.trim().split(/\s+/)).filter(([, , state]) => !state?.startsWith('Z'));
  const children = rows.filter(([, parent]) => Number(parent) === pid).map(([child]) => Number(child));
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function isRunning(pid: number): boolean {
  const state = execFileSync('sh', ['-c', `ps -o stat= -p ${pid} || true`], { encoding: 'utf8' }).trim();
  return state !== '' && !state.startsWith('Z');
}

testWith('browser', 'ps', 'sh')('Ctrl-C leaves whole pictures and no browser', { timeout: 60_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'authflow-test-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const command = spawn(process.execPath, [
    'dist/main.js',
    'render',
    '--format',
    'png',
    '--renderer',
    'mermaid',
    '--out',
    out,
  ]);
  const ended = once(command, 'exit');
  let told = '';
  command.stderr.on('data', (text) => (told += String(text)));
  await expect.poll(() => told, { timeout: 30_000 }).toContain('→');
  const browsers = descendantsOf(command.pid!);
  expect(browsers.length).toBeGreaterThan(0);
  command.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  await expect.poll(() => browsers.filter(isRunning), { timeout: 5_000 }).toEqual([]);
  const files = readdirSync(out);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((name) => !name.endsWith('.png'))).toEqual([]);
  const whole = (name: string) => readFileSync(join(out, name)).subarray(-8, -4).toString() === 'IEND';
  expect(files.filter((name) => !whole(name))).toEqual([]);
});
