/**
 * Builds a Turborepo of two packages, whose tasks have the inputs and outputs that `authflow list --json` names, and proves by Turbo's own
 * summaries: a second run is served from the cache, byte for byte, and a changed include renders exactly the flows that include
 * it. Needs a build of authflow.
 *
 *     cd test/tools/turbo && npm install && npm test
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const authflow = join(here, '../../../dist/main.js');
const turbo = join(here, 'node_modules/.bin/turbo');

const workspace = mkdtempSync(join(tmpdir(), 'turbo-'));
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
const run = (folder, file, ...args) =>
  execFileSync(file, args, { cwd: join(workspace, folder), env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
const write = (path, text) => {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), typeof text === 'string' ? text : JSON.stringify(text, null, 2));
};

const flow = (id, head, text) => `id: ${id}\ntitle: ${id}\n${head}steps:\n  - A -> B: ${text}\n`;
const own = 'participants: { A: Anna, B: Ben }\n';
const shared = 'include: ../../../shared/people.yaml\n';
const flows = {
  'packages/web/flows/login.yaml': flow('login', shared, 'GET /login'),
  'packages/web/flows/logout.yaml': flow('logout', own, 'GET /logout'),
  'packages/web/flows/login-again.yaml': 'id: login-again\nextends: login\n',
  'packages/mobile/flows/token.yaml': flow('token', shared, 'POST /token'),
  'packages/mobile/flows/device.yaml': flow('device', 'include: _local.yaml\n', 'POST /device'),
  'packages/mobile/flows/_local.yaml': own,
  'shared/people.yaml': own,
  'shared/unused.yaml': own,
};

/** A task for each flow, and one that waits for all of them. */
function writePackage(name) {
  const folder = `packages/${name}`;
  const listed = JSON.parse(run(folder, process.execPath, authflow, 'list', '--json'));
  const task = ({ id }) => `render:${id}`;
  write(`${folder}/package.json`, {
    name,
    scripts: Object.fromEntries(
      listed.map((each) => [task(each), `node ${JSON.stringify(authflow)} render ${each.path}`]),
    ),
  });
  write(`${folder}/turbo.json`, {
    extends: ['//'],
    tasks: {
      ...Object.fromEntries(
        listed.map((each) => [
          task(each),
          {
            inputs: each.inputs.map((path) => path.replace(/^(?:\.\.\/)+/, '$TURBO_ROOT$/')),
            outputs: each.outputs,
          },
        ]),
      ),
      render: { dependsOn: listed.map(task) },
    },
  });
}

/** Renders everything; returns the tasks by how the cache answered, from Turbo's summary. */
function build() {
  rmSync(join(workspace, '.turbo/runs'), { recursive: true, force: true });
  run('.', turbo, 'run', 'render', '--summarize');
  const [summary] = readdirSync(join(workspace, '.turbo/runs'));
  const { tasks } = JSON.parse(readFileSync(join(workspace, '.turbo/runs', summary), 'utf8'));
  const rendering = tasks.filter(({ taskId }) => taskId.includes('render:'));
  const are = (status) =>
    rendering
      .filter(({ cache }) => cache.status === status)
      .map(({ taskId }) => taskId)
      .sort();
  return { made: are('MISS'), kept: are('HIT') };
}

/** The rendered files, with their bytes. The manifest is of the whole folder, and no task's output. */
const outputs = () =>
  ['web', 'mobile'].flatMap((name) => {
    const out = join(workspace, 'packages', name, 'out');
    const files = readdirSync(out)
      .filter((file) => !file.startsWith('.'))
      .sort();
    return files.map((file) => [`${name}/${file}`, readFileSync(join(out, file), 'utf8')]);
  });

const removeOutputs = () => {
  for (const name of ['web', 'mobile']) rmSync(join(workspace, 'packages', name, 'out'), { recursive: true });
};

write('package.json', { name: 'workspace', private: true, packageManager: 'npm@10.9.0', workspaces: ['packages/*'] });
write('package-lock.json', { name: 'workspace', lockfileVersion: 3, requires: true, packages: {} });
write('turbo.json', { tasks: { render: {} } });
write('.gitignore', '.turbo\nout\n');
for (const [path, text] of Object.entries(flows)) write(path, text);
for (const name of ['web', 'mobile']) writePackage(name);
run('.', 'git', 'init', '--quiet');
run('.', 'git', 'add', '.');

const all = [
  'mobile#render:device',
  'mobile#render:token',
  'web#render:login',
  'web#render:login-again',
  'web#render:logout',
];
assert.deepEqual(build(), { made: all, kept: [] });
const first = outputs();
assert.equal(first.length, 10);

removeOutputs();
assert.deepEqual(build(), { made: [], kept: all });
assert.deepEqual(outputs(), first);
console.log(`a second run: ${all.length} of ${all.length} flows from the cache, the same bytes`);

write('shared/people.yaml', own.replace('Anna', 'Alice'));
const changed = ['mobile#render:token', 'web#render:login', 'web#render:login-again'];
assert.deepEqual(build(), { made: changed, kept: all.filter((task) => !changed.includes(task)) });
const second = new Map(outputs());
const differing = first.filter(([path, text]) => second.get(path) !== text).map(([path]) => path);
assert.deepEqual(differing, [
  'web/login-again.mmd',
  'web/login-again.txt',
  'web/login.mmd',
  'web/login.txt',
  'mobile/token.mmd',
  'mobile/token.txt',
]);
console.log(`a changed include: exactly ${changed.join(', ')} again`);

removeOutputs();
for (const name of ['web', 'mobile']) run(`packages/${name}`, process.execPath, authflow, 'render');
assert.deepEqual(new Map(outputs()), second);

write('shared/unused.yaml', 'participants: { C: Cora }\n');
write('packages/mobile/flows/_local.yaml', own.replace('Ben', 'Bob'));
assert.deepEqual(build().made, ['mobile#render:device']);
console.log('a changed include of one package: its flow alone');

rmSync(workspace, { recursive: true });
