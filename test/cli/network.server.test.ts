/** No command opens a connection, and none asks for a name: not to another machine, and not to this one. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { allows, needs } from '../needs.js';
import { networkHindrance, runCounted } from './network.js';
import { flow, tempWorld } from './temp-world.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const isHere = needs('ip', 'unshare') && allows(networkHindrance());

/** Each with what it does that could want a network. Where it waits for the user, it is told to end after a moment. */
const cases: Readonly<Record<keyof typeof commands, readonly (readonly string[])[]>> = {
  render: [
    ['render'],
    ['render', '--format', 'svg,png,pdf', '--embed-fonts'],
    ['render', '--format', 'svg,png,pdf', '--renderer', 'mermaid'],
    ['render', '--watch'],
  ],
  slides: [['slides']],
  check: [['check']],
  embed: [['embed', 'new.md']],
  lint: [['lint'], ['lint', '--reporter', 'sarif']],
  explain: [['explain', 'SEC006']],
  show: [
    ['show', 'client-credentials'],
    ['show', 'page.md'],
  ],
  list: [['list']],
  import: [['import', 'page.md', '--out', 'imported']],
  init: [['init'], ['init', '--ci', 'github'], ['init', 'flows/own.yaml', '--from', 'bff', '--extends']],
  doctor: [['doctor']],
  schema: [['schema']],
};
const argvs = [['help'], ['--version'], ...Object.values(cases).flat()];

function prepare() {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('page.md', '```mermaid\nsequenceDiagram\n  A->>B: Hello\n```\n');
  world.write('new.md', '[//]: # "authflow:begin flows/a.yaml"\n\n[//]: # "authflow:end"\n');
  return world;
}

it('every command has a case', () => expect(Object.keys(cases)).toEqual(Object.keys(commands)));

describe.runIf(isHere)('a connection', () => {
  it.each([
    ['of Node’s', `require('node:net').connect(443, '192.0.2.1').on('error', () => undefined)`],
    ['one by IPv6', `require('node:net').connect(443, '2001:db8::1').on('error', () => undefined)`],
    ['one to this machine', `require('node:net').connect(443, '127.0.0.1').on('error', () => undefined)`],
    ['a request', `fetch('https://192.0.2.1').catch(() => undefined)`],
    ['a look-up of a name', `require('node:dns').lookup('authflow.example', () => undefined)`],
    ['a look-up by other means', `require('node:dns').resolve('authflow.example', () => undefined)`],
    [
      'a datagram',
      `const socket = require('node:dgram').createSocket('udp4'); socket.send('x', 53, '192.0.2.1', () => socket.close())`,
    ],
    [
      'one of a child',
      `require('node:child_process').spawn(process.execPath, ['-e', "fetch('https://192.0.2.1').catch(() => {})"])`,
    ],
  ])('would be counted: %s', (_, program) => {
    const { attempts } = runCounted([process.execPath, '-e', program], tempWorld().cwd);
    expect(attempts).not.toEqual([]);
  });

  it('is not opened by a program that does nothing', () => {
    expect(runCounted([process.execPath, '-e', ''], tempWorld().cwd)).toMatchObject({ status: 0, attempts: [] });
  });

  it.each(argvs.map((argv) => [`authflow ${argv.join(' ')}`, argv] as const))('is not opened by %s', (_, argv) => {
    const world = prepare();
    if (argv[0] === 'check') runCounted([process.execPath, main, 'render'], world.cwd);
    const limit = argv.includes('--watch') ? ['timeout', '--preserve-status', '--signal=INT', '3'] : [];
    const { status, stderr, attempts } = runCounted([...limit, process.execPath, main, ...argv], world.cwd);
    expect({ status, attempts }, stderr).toEqual({ status: 0, attempts: [] });
  });
});
