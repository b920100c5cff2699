/** `render --prune` after a flow was renamed: it deletes the old pictures, and says which new ones nobody has made. */
import { existsSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fakeCanvas } from './fake-canvas.js';
import { fakeRasterizer } from './fake-rasterizer.js';
import { flow, tempWorld } from './temp-world.js';

async function withPictures() {
  const world = tempWorld({ openRasterizer: fakeRasterizer().openRasterizer, openCanvas: fakeCanvas().openCanvas });
  for (const id of ['a', 'other']) world.write(`flows/${id}.yaml`, flow(id));
  await world.run('render');
  await world.run('render', 'flows/a.yaml', '--format', 'svg,png');
  await world.run('slides', 'flows/a.yaml');
  rmSync(world.path('flows/a.yaml'));
  return world;
}

const missing = (id: string) => [
  `flows/${id}.yaml:1:5: warning: out/${id}.deck.md is missing, and out/a.deck.md was deleted [replaced-pictures]`,
  `flows/${id}.yaml:1:5: warning: out/${id}.png is missing, and out/a.png was deleted [replaced-pictures]`,
  `flows/${id}.yaml:1:5: warning: out/${id}.svg is missing, and out/a.svg was deleted [replaced-pictures]`,
];
const warnings = (stderr: string) => (stderr.match(/^.*warning: .*$/gm) ?? []).sort();

it.each([
  ['only its id', flow('b').replace('title: b', 'title: a')],
  ['its title, too', flow('b', 'Goodbye')],
])('finds the flow that took its place: %s', async (_what, text) => {
  const world = await withPictures();
  world.write('flows/b.yaml', text);
  const { code, stderr } = await world.run('render', '--prune');
  expect(code).toBe(0);
  expect(existsSync(world.path('out/a.svg'))).toBe(false);
  expect(warnings(stderr)).toEqual(missing('b'));
  expect(stderr).toContain('make it with: authflow render flows/b.yaml --format svg\n');
  expect(stderr).toContain('make it with: authflow slides flows/b.yaml\n');
});

it('finds it by its texts, if they were rendered before', async () => {
  const world = await withPictures();
  world.write('flows/b.yaml', flow('b').replace('title: b', 'title: a'));
  await world.run('render');
  expect(warnings((await world.run('render', '--prune')).stderr)).toEqual(missing('b'));
});

it('says nothing of pictures that were made, or of a flow that was only deleted', async () => {
  const renamed = await withPictures();
  renamed.write('flows/b.yaml', flow('b'));
  await renamed.run('render', 'flows/b.yaml', '--format', 'svg,png');
  await renamed.run('slides', 'flows/b.yaml');
  expect(warnings((await renamed.run('render', '--prune')).stderr)).toEqual([]);
  const deleted = await withPictures();
  expect(warnings((await deleted.run('render', '--prune')).stderr)).toEqual([]);
  expect(existsSync(deleted.path('out/a.svg'))).toBe(false);
});
