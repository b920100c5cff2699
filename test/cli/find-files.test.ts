import { symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { displayPath, findFiles } from '../../src/cli/project/find-files.js';
import { tempWorld } from './temp-world.js';
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
