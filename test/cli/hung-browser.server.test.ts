/** Browsers that never answer, in the real command: given up in time, with all their processes, and nothing stays behind. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { testWith } from '../needs.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The fake writes down its process before it does what it does. */
function prepare(script: string): TempWorld {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('browser', `#!/bin/sh\necho $$ > ${world.path('pid')}\n${script}\n`);
  chmodSync(world.path('browser'), 0o755);
  mkdirSync(world.path('tmp'));
  return world;
}

function start(world: TempWorld, ...more: readonly string[]) {
  const argv = [
    main,
    'render',
    '--format',
    'svg',
    '--renderer',
    'mermaid',
    '--browser',
    world.path('browser'),
    ...more,
  ];
  const env = { ...process.env, TMPDIR: world.path('tmp') };
  const command = spawn(process.execPath, argv, { cwd: world.cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = { text: '' };
  command.stderr.on('data', (text) => (said.text += String(text)));
  return { command, said, ended: once(command, 'close') };
}

/** The processes of the fake's group; zombies are over. */
function groupOf(world: TempWorld): readonly string[] {
  const group = readFileSync(world.path('pid'), 'utf8').trim();
  const rows = execFileSync('ps', ['-eo', 'pgid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  return rows.map((row) => row.trim()).filter((row) => row.startsWith(`${group} `) && !/^\d+ Z/.test(row));
}

const withTools = testWith('ps', 'sh');
const cap = { timeout: 60_000 };

withTools.each([
  ['never answers', 'sleep 1000', 'it gives no answer; it had 1 s to start'],
  ['ignores signals', 'trap "" TERM INT HUP; sleep 1000; sleep 1000', 'it gives no answer; it had 1 s to start'],
  ['stops itself', 'kill -STOP $$', 'it gives no answer; it had 1 s to start'],
  ['talks nonsense', 'yes nonsense >&2', 'it gives no answer; it had 1 s to start'],
  ['ends at once, and says why', 'echo FATAL: no luck >&2; exit 7', 'FATAL: no luck'],
  ['ends at once, and says nothing', 'exit 7', 'it ended with code 7'],
  ['ends, but leaves a child that holds its pipes', 'sleep 1000 & echo FATAL: no luck >&2; exit 7', 'FATAL: no luck'],
])('one that %s', cap, async (_, script, reason) => {
  const world = prepare(script);
  const { said, ended } = start(world, '--timeout', '1');
  expect((await ended)[0]).toBe(4);
  expect(said.text).toContain('none could be started');
  expect(said.text).toContain(reason);
  expect(groupOf(world)).toEqual([]);
  expect(readdirSync(world.path('tmp')).filter((name) => name.startsWith('authflow-p'))).toEqual([]);
});

withTools.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends it, and removes its profile', cap, async (signal, code) => {
  const world = prepare('sleep 1000');
  const { command, ended } = start(world);
  await expect.poll(() => existsSync(world.path('pid')) && groupOf(world).length > 0, { timeout: 30_000 }).toBe(true);
  expect(readdirSync(world.path('tmp')).filter((name) => name.startsWith('authflow-profile-'))).toHaveLength(1);
  command.kill(signal);
  expect(await ended).toEqual([code, null]);
  await expect.poll(() => groupOf(world), { timeout: 10_000 }).toEqual([]);
  expect(readdirSync(world.path('tmp')).filter((name) => name.startsWith('authflow-p'))).toEqual([]);
});

withTools('what a killed run left is removed by the next one', cap, async () => {
  const world = prepare('read -r line <&3; exit 1');
  const first = start(world);
  const profiles = () => readdirSync(world.path('tmp')).filter((name) => name.startsWith('authflow-profile-'));
  await expect.poll(() => existsSync(world.path('pid')) && profiles().length, { timeout: 30_000 }).toBe(1);
  first.command.kill('SIGKILL');
  await first.ended;
  expect(profiles()).toHaveLength(1);
  const second = start(world, '--timeout', '5');
  expect((await second.ended)[0]).toBe(4);
  expect(profiles()).toEqual([]);
});
