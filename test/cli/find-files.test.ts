import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { displayPath, findFiles } from '../../src/cli/project/find-files.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

async function find(world: TempWorld, ...paths: string[]): Promise<string[]> {
  const { files, diagnostics } = await findFiles(paths, world);
  return [...files.map((file) => displayPath(file, world)), ...diagnostics.map(({ message }) => message)];
}

it('takes each file once, in the order that was asked for', async () => {
  const world = tempWorld();
  for (const name of ['a.yaml', 'b.yml', 'c.json']) world.write(`flows/${name}`, '');
  symlinkSync('a.yaml', world.path('flows/z.yaml'));
  expect(await find(world, 'flows/b.yml', 'flows', './flows/a.yaml', 'flows/*.yaml')).toEqual([
    'flows/b.yml',
    'flows/a.yaml',
  ]);
});

it('takes a file as it was named, whatever its name', async () => {
  const world = tempWorld();
  for (const name of ['_draft.yaml', 'shared/parts.yaml', 'flow.txt', 'a[1].yaml']) world.write(name, '');
  expect(await find(world, '_draft.yaml', 'shared/parts.yaml', 'flow.txt', 'a[1].yaml')).toHaveLength(4);
});

it('passes over packages and hidden folders', async () => {
  const world = tempWorld();
  for (const name of ['a.yaml', 'node_modules/b/c.yaml', '.github/d.yaml', 'deep/er/e.yaml']) world.write(name, '');
  expect(await find(world, '.')).toEqual(['a.yaml', 'deep/er/e.yaml']);
});

it('lists a link that leads nowhere, to be reported when it is read', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', '');
  symlinkSync('gone.yaml', world.path('flows/b.yaml'));
  expect(await find(world)).toEqual(['flows/a.yaml', 'flows/b.yaml']);
  const { code, stderr } = await world.run('list', 'flows/b.yaml', 'flows');
  expect(code).toBe(3);
  expect(stderr).toContain("flows/b.yaml: error: can't be read: no such file or folder [readable-files]");
});

it('finds a shipped flow by its id, but a file of that name first', async () => {
  const world = tempWorld();
  world.write('../package/flows/pkce.yaml', '');
  expect(await find(world, 'pkce')).toEqual(['../package/flows/pkce.yaml']);
  world.write('pkce', '');
  expect(await find(world, 'pkce')).toEqual(['pkce']);
});

/** A project with a config, beside a folder with a flow that is none of its business. */
function besideSecrets(): TempWorld {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('../outside/b.yaml', flow('b', 'SECRET'));
  world.write('../outside/broken.yaml', 'SECRET: [\n');
  return world;
}

it.each(['flows/**/*.yaml', 'flows', '**/*.yaml'])('follows no link out of the project for %s', async (path) => {
  const world = besideSecrets();
  symlinkSync('../../outside', world.path('flows/folder'));
  symlinkSync('../../outside/b.yaml', world.path('flows/file.yaml'));
  symlinkSync('..', world.path('flows/loop'));
  expect(await find(world, path)).toEqual(['flows/a.yaml', 'is a link that leads out of the project']);
  world.write('authflow.config.yaml', `flows: ${JSON.stringify(path)}\n`);
  const { code, stdout, stderr } = await world.run('list');
  expect(code).toBe(3);
  expect(stdout).not.toContain('flows/folder');
  expect(stderr).toContain('flows/file.yaml: error: is a link that leads out of the project [links-stay-inside]');
  expect(stderr).not.toContain('SECRET');
});

it('follows a link that a user names, but not one that a configuration names', async () => {
  const world = besideSecrets();
  symlinkSync('../outside', world.path('link'));
  expect(await find(world, 'link/b.yaml')).toEqual(['link/b.yaml']);
  expect(await find(world, 'link')).toEqual(['link/b.yaml', 'link/broken.yaml']);
  expect(await find(world, 'link/*.yaml')).toEqual(['link/b.yaml', 'link/broken.yaml']);
  for (const flows of ['link', 'link/*.yaml', 'link/broken.yaml']) {
    world.write('authflow.config.yaml', `flows: ${JSON.stringify(flows)}\n`);
    const { code, stderr } = await world.run('list');
    expect({ code, leaks: stderr.includes('SECRET') }, flows).toEqual({ code: 3, leaks: false });
    expect(stderr).toContain('is a link that leads out of the project');
  }
});

it('follows links inside the project, and those of packages that are named', async () => {
  const world = besideSecrets();
  world.write('lib/c.yaml', flow('c'));
  symlinkSync('../lib', world.path('flows/team'));
  expect(await find(world, 'flows/**/*.yaml')).toEqual(['flows/a.yaml', 'flows/team/c.yaml']);
  mkdirSync(world.path('node_modules/@team'), { recursive: true });
  symlinkSync('../../../outside', world.path('node_modules/@team/flows'));
  expect(await find(world, '**/*.yaml')).toEqual(['flows/a.yaml', 'flows/team/c.yaml']);
  world.write('authflow.config.yaml', 'flows: node_modules/@team/flows/b*.yaml\n');
  const { stdout, stderr } = await world.run('list');
  expect(stdout).toMatch(/^b /m);
  expect(stderr).toContain('node_modules/@team/flows/broken.yaml');
});

it.each([
  ['an include', { 'flows/a.yaml': `include: [link.yaml]\n${flow('a')}` }, 'flows/link.yaml'],
  ['an extended flow', { 'flows/a.yaml': 'id: a\nextends: link.yaml\n' }, 'flows/link.yaml'],
  ['a configuration', {}, 'authflow.config.yaml'],
  [
    'an extended configuration',
    { 'authflow.config.yaml': 'extends: ./base/authflow.config.yaml\n' },
    'base/authflow.config.yaml',
  ],
  ['words', { 'authflow.config.yaml': 'words: [link.yaml]\n' }, 'link.yaml'],
  ['a baseline', { 'authflow.config.yaml': 'lint: { baseline: link.yaml }\n' }, 'link.yaml'],
  ['a theme', { 'authflow.config.yaml': 'templates: t\n' }, 't/themes/link.yaml'],
  ['a document', { 'authflow.config.yaml': 'docs: [docs]\n' }, 'docs/link.md'],
])('shows nothing of what %s leads to', async (_, around, path) => {
  const world = besideSecrets();
  for (const [name, text] of Object.entries(around)) world.write(name, text);
  world.write('../outside/authflow.config.yaml', 'SECRET: [\n');
  mkdirSync(dirname(world.path(path)), { recursive: true });
  const named = path.endsWith('authflow.config.yaml') ? 'authflow.config.yaml' : 'broken.yaml';
  symlinkSync(world.path(`../outside/${named}`), world.path(path));
  const { code, stdout, stderr } = await world.run('check');
  expect(code).not.toBe(0);
  expect(stdout + stderr).not.toContain('SECRET');
  expect(stderr).toContain('a link that leads out of the project');
});
