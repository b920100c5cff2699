/** Branches that render, and are merged by git. */
import { describe, expect, it } from 'vitest';
import { needs } from '../needs.js';
import { fakeRasterizer } from './fake-rasterizer.js';
import { repository } from './repository.js';
import type { Repository } from './repository.js';
import { flow } from './temp-world.js';

/** A project with the files of `init --ci`, and current output. */
async function project(): Promise<Repository> {
  const world = repository({ 'flows/b.yaml': flow('b') }, { openRasterizer: fakeRasterizer().openRasterizer });
  await world.run('init', '--ci', 'github');
  await world.run('render');
  world.commit();
  return world;
}

const green = { code: 0, stderr: expect.stringContaining('out/ is current') as string };

describe.runIf(needs('git'))('a merge', () => {
  it('of branches that render different flows keeps the lines of both', async () => {
    const world = await project();
    world.do('switch --quiet --create one');
    for (const id of ['a', 'c']) world.write(`flows/${id}.yaml`, flow(id));
    await world.run('render');
    world.commit();
    world.do('switch --quiet main');
    for (const id of ['aa', 'bb']) world.write(`flows/${id}.yaml`, flow(id));
    world.write('flows/b.yaml', flow('b', 'Goodbye'));
    await world.run('render');
    world.commit();
    world.do('merge --quiet --no-edit one');
    const merged = world.read('out/.authflow-manifest');
    expect(merged).not.toContain('<<<<<<<');
    expect(await world.run('check')).toMatchObject(green);
    world.write('flows/a.yaml', flow('a', 'Goodbye'));
    world.write('out/c.txt', 'mine\n');
    const { stderr } = await world.run('check');
    expect(stderr).toContain('out/a.txt:1:14: error: differs from what flows/a.yaml renders to');
    expect(stderr).toContain('out/c.txt:1:1: error: was edited by hand');
    await world.run('render');
    expect(world.read('out/.authflow-manifest').match(/^[^#\s]+/gm)).toEqual(
      ['a', 'aa', 'b', 'bb', 'c'].flatMap((id) => [`${id}.mmd`, `${id}.txt`]),
    );
    expect(await world.run('check')).toMatchObject(green);
  });

  it('of branches that draw slides expects those of the deck that is there', async () => {
    const phases = (ids: readonly string[]) =>
      `id: d\ntitle: d\nparticipants: { A: Anna, B: Ben }\nsteps:\n${ids.map((id) => `  - A -> B: ${id}\n    phase: ${id}\n`).join('')}`;
    const world = await project();
    world.write('flows/d.yaml', phases(['One', 'Two', 'Three']));
    await world.run('render');
    await world.run('slides', 'flows/d.yaml');
    world.commit();
    world.do('switch --quiet --create one');
    world.write('flows/da.yaml', flow('da'));
    await world.run('render');
    world.commit();
    world.do('switch --quiet main');
    world.write('flows/d.yaml', phases(['One', 'Two']));
    await world.run('slides', 'flows/d.yaml');
    await world.run('render', '--prune');
    expect(await world.run('check')).toMatchObject(green);
    world.commit();
    world.do('merge --quiet --no-edit one');
    expect(await world.run('check')).toMatchObject(green);
  });

  it.each([
    ['a flow', 'flows/b.yaml'],
    ['a text', 'out/b.mmd'],
    ['the manifest', 'out/.authflow-manifest'],
  ])('that conflicts in %s is reported in so many words', async (_what, path) => {
    const world = await project();
    world.write('.gitattributes', '');
    world.write('flows/b.yaml', `${flow('b')}# the end\n`);
    await world.run('render');
    world.commit();
    for (const [branch, text] of [
      ['one', 'Servus'],
      ['main', 'Goodbye'],
    ] as const) {
      if (branch !== 'main') world.do(`switch --quiet --create ${branch}`);
      else world.do('switch --quiet main');
      world.write('flows/b.yaml', `${flow('b', text)}# the end\n`);
      await world.run('render');
      world.commit();
    }
    expect(() => world.do('merge --quiet --no-edit one')).toThrow();
    const { code, stderr } = await world.run('check');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^${path}:\\d+:1: error: a merge conflict is not resolved here \\[merge-conflict\\]$`, 'm'),
    );
    // Once the flow is resolved, one command makes the rest.
    world.write('flows/b.yaml', flow('b', 'Servus'));
    const again = await world.run('check');
    expect(again.stderr).toContain('fix with:\n\n  authflow render');
    await world.run('render', '--prune');
    expect(await world.run('check')).toMatchObject(green);
  });
});
